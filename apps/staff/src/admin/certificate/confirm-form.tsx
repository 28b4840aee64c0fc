import { type CertificateKindView, localCertificateEndpoints } from '@qzt/contract/certificate';
import { Field, localMoment } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../platform/use-write.ts';
import { WriteTrouble } from '../page.tsx';
import { conflicts, NewerState } from '../promise/newer-state.tsx';
import { useSeen } from '../promise/use-seen.ts';
import own from './certificate.module.css';
import { entryOf, formOf, type LocalForm } from './kind-words.ts';
import { kindsQuery } from './kinds-query.ts';

interface Props {
  readonly orgId: string;
  readonly kind: CertificateKindView;
  readonly close: () => void;
}

const RULINGS = [
  { value: 'issue', label: '按现行清单可以开' },
  { value: 'refuse', label: '按现行清单不开' },
  { value: 'none', label: '还没有核实' },
];

/** Confirms or corrects one paper for one place: who helps, whether it is issued, on what basis and when. */
export const ConfirmForm = ({ orgId, kind, close }: Props) => {
  const queries = useQueryClient();
  const today = localMoment(new Date()).date;
  const start = { version: kind.own?.version ?? 0, own: kind.own };
  const [form, setForm] = useState<LocalForm>(() => formOf(kind.own, kind, today));
  const { queryKey } = kindsQuery(orgId);
  const same = (own: CertificateKindView['own']): boolean =>
    JSON.stringify(form) === JSON.stringify(formOf(own, kind, today));
  const { seen, newer, take } = useSeen(start, {
    fill: ({ own }) => setForm(formOf(own, kind, today)),
    says: ({ own }) => same(own),
  });
  const save = useWrite(localCertificateEndpoints.setLocalCertificate, async () => {
    await queries.invalidateQueries({ queryKey: ['certificate-kinds'] });
    await queries.invalidateQueries({ queryKey: ['certificate-decision'] });
    close();
  });
  const send = async (version: number, sent: LocalForm): Promise<void> => {
    const written = await save.send({
      params: { code: kind.code },
      body: { orgId, ...entryOf(sent) },
      version,
    });
    if (!written) await queries.invalidateQueries({ queryKey });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(seen.version, form);
  };
  const fields = save.trouble?.fields ?? {};
  const text = (key: 'office' | 'phone' | 'address' | 'basis', label: string, max: number) => (
    <Field label={label} error={fields[key]}>
      {(tied) => (
        <Input
          {...tied}
          autoFocus={key === 'office'}
          autoComplete="off"
          maxLength={max}
          value={form[key]}
          onChange={(e) => setForm((f) => ({ ...f, [key]: e.target.value }))}
        />
      )}
    </Field>
  );
  const taken = form.office.trim() === '' && form.ruling === null;
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
      className="ui-stack"
      aria-label={`确认${kind.name}`}
    >
      {kind.allowed === 'conditional' ? (
        <Radio.Group
          aria-label="这一种能不能开"
          options={RULINGS}
          value={form.ruling ?? 'none'}
          onChange={(e) =>
            setForm((f) => ({ ...f, ruling: e.target.value === 'none' ? null : e.target.value }))
          }
        />
      ) : null}
      <div className={own.fields}>
        {text('office', kind.code === 'ANY' ? '先问谁(一般填街道的电话)' : '去哪里办', 100)}
        {text('phone', '电话(可不填)', 24)}
        {text('address', '地址(可不填)', 100)}
        {text('basis', '依据:怎么知道的', 200)}
        <Field label="哪天确认的" error={fields.confirmedOn} help="写成 2026-11-24">
          {(tied) => (
            <Input
              {...tied}
              autoComplete="off"
              maxLength={10}
              value={form.confirmedOn}
              onChange={(e) => setForm((f) => ({ ...f, confirmedOn: e.target.value }))}
            />
          )}
        </Field>
      </div>
      {newer !== null && conflicts(save.trouble) ? null : <WriteTrouble write={save} />}
      {newer === null ? null : (
        <NewerState
          what={kind.name}
          saving={save.sending}
          take={() => {
            save.forget();
            take(newer);
          }}
          keep={() => void send(newer.version, form)}
        >
          <p>
            {newer.own?.office ?? '(去向已收回)'} {newer.own?.phone ?? ''} · 依据:
            {newer.own?.basis} · {newer.own?.confirmedBy} {newer.own?.confirmedOn}
          </p>
        </NewerState>
      )}
      <div className="ui-row">
        <Button
          type="primary"
          htmlType="submit"
          loading={save.sending}
          disabled={newer !== null || (taken && kind.own === null)}
        >
          {taken && kind.own !== null ? '收回' : '确认'}
        </Button>
        <Button onClick={close}>先不改</Button>
        {kind.own === null ? null : (
          <span className="ui-quiet">
            第 {kind.own.version} 次修改 · {kind.own.confirmedBy} {kind.own.confirmedOn}
            。去向清空再保存就是收回,改用上级的。
          </span>
        )}
      </div>
    </form>
  );
};
