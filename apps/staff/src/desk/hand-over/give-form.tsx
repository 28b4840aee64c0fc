import { type HandOverPreview, handOverEndpoints } from '@qzt/contract/hand-over';
import { Failure, Field, momentText } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { useWrite } from '../../platform/use-write.ts';
import { Contents } from './contents.tsx';
import styles from './hand-over.module.css';

const ANYBODY = '';

/** Hands my shift over: what is there comes by itself; I add a word for whoever comes next and say who that is. */
export const GiveForm = ({
  preview,
  said,
}: {
  preview: HandOverPreview;
  said: (text: string) => void;
}) => {
  const queries = useQueryClient();
  const id = useRef(v7());
  const [to, setTo] = useState(preview.suggested?.id ?? ANYBODY);
  const [note, setNote] = useState('');
  const write = useWrite(handOverEndpoints.giveHandOver, async (given) => {
    id.current = v7();
    setNote('');
    said(`交给${given.to?.name ?? '下一位'}了,等对方点“我接了”`);
    await queries.invalidateQueries({ queryKey: ['lists'] });
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void write.send({
      body: {
        id: id.current,
        ...(to === ANYBODY ? {} : { to }),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      },
    });
  };
  const fields = write.trouble?.fields ?? {};
  return (
    <form onSubmit={submit} className={styles.form} aria-label="交班">
      <Contents contents={preview.contents} />
      {preview.kept > 0 ? (
        <p className="ui-quiet">另有 {preview.kept} 件保密的不随交接,还由您自己跟进。</p>
      ) : null}
      <Field label="给下一班的话(可不填)" error={fields.note}>
        {(tied) => (
          <Input.TextArea
            {...tied}
            rows={3}
            value={note}
            onChange={(e) => setNote(e.target.value)}
          />
        )}
      </Field>
      <Field label="交给谁" error={fields.to}>
        {(tied) => (
          <Select
            {...tied}
            value={to}
            onChange={setTo}
            style={{ width: 240 }}
            options={[
              { value: ANYBODY, label: '下一位上班的同事' },
              ...preview.colleagues.map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
        )}
      </Field>
      {write.trouble === null ? null : (
        <Failure
          title={write.trouble.title}
          again={write.trouble.outcome === 'unknown' ? () => void write.again() : undefined}
        />
      )}
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={write.sending}>
          交班
        </Button>
        <span className="ui-quiet">
          到{momentText(preview.until)}为止,提醒也会发给接班的同事;首问责任人不变。
        </span>
      </div>
    </form>
  );
};
