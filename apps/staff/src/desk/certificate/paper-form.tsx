import { paperEndpoints } from '@qzt/contract/certificate';
import type { CaseView } from '@qzt/contract/reception';
import { Failure, Field, strokeOf } from '@qzt/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { useWrite } from '../../platform/use-write.ts';
import { AskedPart } from './asked-part.tsx';
import styles from './certificate.module.css';
import { PaperFields } from './paper-fields.tsx';
import { paperQuery, papersOfQuery, templatesQuery } from './queries.ts';
import { typedDate } from './typed-date.ts';
import { useDecision } from './use-decision.ts';

interface Props {
  readonly shown: CaseView;
  readonly close: () => void;
}

type Values = Readonly<Record<string, string>>;

/** 出具证明 on an open case: which paper, whether it may go out, its blanks with what is known already. */
export const PaperForm = ({ shown, close }: Props) => {
  const queries = useQueryClient();
  const deciding = useDecision(shown.title);
  const { decision, asked } = deciding;
  const templates = useQuery(templatesQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState<Values>({});
  const [filled, setFilled] = useState<Values>({});
  const id = useRef(v7());
  const offered = decision?.templates ?? [];
  const code = offered.some((one) => one.code === chosen) ? chosen : (offered[0]?.code ?? null);
  const template = templates.data?.items.find((one) => one.code === code);

  const prefill = useWrite(paperEndpoints.prefillPaper, ({ fields }) => setFilled(fields));
  const { send: fill } = prefill;
  const caseId = shown.id;
  const asking = useRef(fill);
  asking.current = fill;
  useEffect(() => {
    if (code !== null) void asking.current({ body: { caseId, template: code } });
  }, [caseId, code]);

  const write = useWrite(paperEndpoints.createPaper, async (paper) => {
    queries.setQueryData(paperQuery(paper.id).queryKey, paper);
    await queries.invalidateQueries({ queryKey: papersOfQuery(caseId).queryKey });
    close();
  });
  const textIn = (key: string): string => typed[key] ?? filled[key] ?? '';
  const submit = (): void => {
    if (decision === undefined || template === undefined || write.sending) return;
    const fields = Object.fromEntries(
      template.fields
        .map(({ key, kind }) => [key, kind === 'date' ? typedDate(textIn(key)) : textIn(key)])
        .filter(([, value]) => value?.trim() !== ''),
    );
    void write.send({
      body: {
        id: id.current,
        caseId,
        template: template.code,
        ...(decision.asked ? { code: decision.asked.code } : {}),
        answers: asked.answers,
        fields,
      },
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const stroke = strokeOf(event.nativeEvent);
    const act = new Map([
      ['Esc', close],
      ['Ctrl+Enter', submit],
    ]).get(stroke ?? '');
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const { trouble } = write;
  const head = template && decision?.approval === 'head';
  return (
    <form
      className={styles.panel}
      aria-label="出具证明"
      onKeyDown={onKeyDown}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}
    >
      <h3>出具证明</h3>
      <AskedPart deciding={deciding} />
      {offered.length > 1 ? (
        <Field label="用哪个样式">
          {(tied) => (
            <Select
              {...tied}
              options={offered.map((one) => ({ value: one.code, label: one.name }))}
              value={code}
              onChange={setChosen}
            />
          )}
        </Field>
      ) : null}
      {template ? (
        <PaperFields
          template={template}
          values={Object.fromEntries(template.fields.map(({ key }) => [key, textIn(key)]))}
          filled={filled}
          change={(key, value) => setTyped((t) => ({ ...t, [key]: value }))}
          fields={trouble?.fields ?? {}}
        />
      ) : null}
      {decision && offered.length === 0 && decision.outcome !== 'ask' ? (
        <p className="ui-quiet" style={{ margin: 0 }}>
          这一种现在不能出具。可以改走“不予出具”,告诉居民去哪里办。
        </p>
      ) : null}
      {prefill.trouble ? <Failure title={prefill.trouble.title} /> : null}
      {trouble ? (
        <Failure
          title={trouble.title}
          again={trouble.outcome === 'unknown' ? () => void write.again() : undefined}
        />
      ) : null}
      <div className="ui-row">
        <Button
          type="primary"
          htmlType="submit"
          loading={write.sending}
          disabled={template === undefined}
        >
          {head ? '交负责人同意' : '出具并编号'}
        </Button>
        <Button onClick={close}>先不做</Button>
        <span className="ui-quiet">样式文字是自拟的,请核对 · Ctrl+Enter 提交 · Esc 收起</span>
      </div>
    </form>
  );
};
