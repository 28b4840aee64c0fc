import { type LoanView, lendingEndpoints } from '@qzt/contract/lending';
import { LOAN_STATE_LABELS } from '@qzt/domain/lending';
import { telAddress } from '@qzt/domain/phonebook';
import { DayField, Failure, Field, Loading, momentText, nearText } from '@qzt/ui';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { client } from '../../platform/client.ts';
import { now } from '../../platform/clock.ts';
import { troubleOf } from '../../platform/trouble.ts';
import { useWrite } from '../../platform/use-write.ts';
import { urgencyOf } from '../promise/urgency.ts';
import styles from './lending.module.css';

const loanQuery = (id: string) =>
  queryOptions({
    queryKey: ['loans', id],
    queryFn: ({ signal }) => client(lendingEndpoints.readLoan, { params: { id }, signal }),
  });

const STEP_WORDS: Readonly<Record<LoanView['steps'][number]['type'], string>> = {
  lend: '借出',
  return: '还来',
  extend: '续借到',
  writeOff: '不再追',
};

const stepText = ({ type, count, until, returnedBy, note }: LoanView['steps'][number]): string =>
  [
    STEP_WORDS[type],
    type === 'extend' && until !== null ? nearText(until) : '',
    type !== 'extend' && count !== null ? `${count} 件` : '',
    returnedBy === null ? '' : `,${returnedBy}送回`,
    note === null ? '' : `。${note}`,
  ].join('');

type Act = 'return' | 'extend' | 'writeOff';

const Facts = ({ loan }: { loan: LoanView }) => {
  const { borrower } = loan;
  const urgency = loan.state === 'out' ? urgencyOf(loan.dueAt, loan.late) : 'calm';
  return (
    <>
      <h2>
        {loan.thing.name} × {loan.count}
        {loan.returned > 0 && loan.state === 'out' ? ` · 还差 ${loan.count - loan.returned}` : ''}
      </h2>
      <dl className={styles.facts}>
        <dt>现在</dt>
        <dd className={styles[urgency]}>
          {LOAN_STATE_LABELS[loan.state]}
          {loan.late ? ' · 已超时' : ''}
        </dd>
        <dt>谁借的</dt>
        <dd>
          {borrower.name ?? '没留姓名'}
          {borrower.door === null ? '' : ` · ${borrower.door}`}
        </dd>
        <dt>电话</dt>
        <dd>
          {borrower.phone === null ? (
            '没留'
          ) : (
            <a href={telAddress(borrower.phone)}>{borrower.phone}</a>
          )}
        </dd>
        <dt>什么时候还</dt>
        <dd>{nearText(loan.dueAt)} 前</dd>
        {loan.note === null ? null : (
          <>
            <dt>备注</dt>
            <dd>{loan.note}</dd>
          </>
        )}
      </dl>
    </>
  );
};

const Steps = ({ loan }: { loan: LoanView }) => (
  <ol className={styles.steps}>
    {loan.steps.map((step) => (
      <li key={step.id}>
        <span className="ui-quiet">
          {momentText(step.at)} {step.by.name}
        </span>{' '}
        {stepText(step)}
      </li>
    ))}
  </ol>
);

interface ActsProps {
  readonly loan: LoanView;
  readonly done: () => void;
}

/** What may happen to it: back in one key; part of it, longer, or no more, each with its own field. */
const Acts = ({ loan, done }: ActsProps) => {
  const queries = useQueryClient();
  const id = useRef(v7());
  const left = loan.count - loan.returned;
  const [act, setAct] = useState<Act>('return');
  const [count, setCount] = useState(left);
  const [returnedBy, setReturnedBy] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const write = useWrite(lendingEndpoints.takeLoanStep, async (answer) => {
    id.current = v7();
    queries.setQueryData(loanQuery(loan.id).queryKey, answer);
    if (answer.state !== 'out') done();
    await queries.invalidateQueries({ queryKey: ['lists'] });
    await queries.invalidateQueries({ queryKey: ['loans'] });
  });
  const bodyOf = () => {
    const head = { id: id.current };
    if (act === 'extend') return { ...head, type: act, until: until ?? '' };
    if (act === 'writeOff') return { ...head, type: act, note: note.trim() };
    const by = returnedBy.trim();
    return { ...head, type: act, count, ...(by === '' ? {} : { returnedBy: by }) };
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const sent = await write.send({
      params: { id: loan.id },
      body: bodyOf(),
      version: loan.version,
    });
    if (!sent) await queries.invalidateQueries({ queryKey: ['loans', loan.id] });
  };
  const fields = write.trouble?.fields ?? {};
  const choose = (next: Act) => () => {
    setAct(next);
    write.forget();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} aria-label="还、续借">
      <div className="ui-row">
        <Button type={act === 'return' ? 'primary' : 'default'} onClick={choose('return')}>
          还了
        </Button>
        <Button type={act === 'extend' ? 'primary' : 'default'} onClick={choose('extend')}>
          续借
        </Button>
        <Button type={act === 'writeOff' ? 'primary' : 'text'} onClick={choose('writeOff')}>
          不再追
        </Button>
      </div>
      {act === 'return' ? (
        <div className={styles.what}>
          {left > 1 ? (
            <Field label={`还几件(差 ${left})`} error={fields.count}>
              {(tied) => (
                <InputNumber
                  {...tied}
                  min={1}
                  max={left}
                  value={count}
                  onChange={(value) => setCount(value ?? left)}
                />
              )}
            </Field>
          ) : null}
          <Field label="谁送回的(可不填)" error={fields.returnedBy}>
            {(tied) => (
              <Input
                {...tied}
                autoComplete="off"
                value={returnedBy}
                onChange={(e) => setReturnedBy(e.target.value)}
              />
            )}
          </Field>
        </div>
      ) : null}
      {act === 'extend' ? (
        <DayField
          label="续到哪天"
          value={until}
          change={setUntil}
          now={now()}
          error={fields.until}
        />
      ) : null}
      {act === 'writeOff' ? (
        <Field label="为什么不再追" error={fields.note}>
          {(tied) => <Input {...tied} value={note} onChange={(e) => setNote(e.target.value)} />}
        </Field>
      ) : null}
      {write.trouble === null ? null : (
        <Failure
          title={write.trouble.title}
          again={write.trouble.outcome === 'unknown' ? () => void write.again() : undefined}
        />
      )}
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={write.sending} autoFocus>
          <span className="ui-key">Enter</span> {ACT_WORDS[act]}
        </Button>
      </div>
    </form>
  );
};

const ACT_WORDS: Readonly<Record<Act, string>> = {
  return: '收回,记一笔',
  extend: '续借',
  writeOff: '不再追',
};

/** One loan: who has it, what happened, and what may happen now. Opening it is logged, because it shows the number. */
export const LoanPanel = ({ id, done }: { id: string; done: () => void }) => {
  const read = useQuery(loanQuery(id));
  if (read.isPending) return <Loading what="正在打开…" />;
  if (read.isError)
    return <Failure title={troubleOf(read.error).title} again={() => void read.refetch()} />;
  const loan = read.data;
  return (
    <article className="ui-stack" aria-label={`借出 ${loan.thing.name}`}>
      <Facts loan={loan} />
      {loan.state === 'out' ? <Acts key={loan.version} loan={loan} done={done} /> : null}
      <Steps loan={loan} />
    </article>
  );
};
