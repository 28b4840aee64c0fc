import { type LoanView, lendingEndpoints } from '@qzt/contract/lending';
import { DayField, dayText, Failure, Field } from '@qzt/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { AutoComplete, Button, Input, InputNumber } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { now } from '../../platform/clock.ts';
import { useWrite } from '../../platform/use-write.ts';
import styles from './lending.module.css';
import { thingSent, thingsQuery } from './things.ts';

/*
 * Lends one thing. Where it stands by itself (the page 借还) it needs `done` alone. The desk opens it by F7 in place of a
 * line of words that asks to borrow something:
 *
 *   const asked = useAskedLoan(words);                     // null: F7 records a plain line
 *   <LendForm asked={asked} residentId={id} who={masked} done={(loan) => …} cancel={() => …} />
 *
 * The contact is recorded with the loan: the desk sends none of its own, unless it has one already (`encounterId`).
 * Enter in any field lends; Esc is the desk's.
 */
interface Props {
  readonly asked?: { readonly thing: string; readonly count: number } | null | undefined;
  /** The resident who was chosen, with the masked name that is shown; then no name is asked for. */
  readonly residentId?: string | undefined;
  readonly who?: string | undefined;
  readonly visitor?: { readonly name?: string; readonly phone?: string } | undefined;
  readonly encounterId?: string | undefined;
  readonly done: (loan: LoanView) => void;
  readonly cancel?: (() => void) | undefined;
}

export const LendForm = ({ asked, residentId, who, visitor, encounterId, done, cancel }: Props) => {
  const queries = useQueryClient();
  const presets = useQuery(thingsQuery).data?.items ?? [];
  const id = useRef(v7());
  const [thing, setThing] = useState(asked?.thing ?? '');
  const [count, setCount] = useState(asked?.count ?? 1);
  const [name, setName] = useState(visitor?.name ?? '');
  const [phone, setPhone] = useState(visitor?.phone ?? '');
  const [until, setUntil] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const write = useWrite(lendingEndpoints.lend, async (loan) => {
    id.current = v7();
    setThing('');
    setCount(1);
    setName('');
    setPhone('');
    setUntil(null);
    setNote('');
    done(loan);
    await queries.invalidateQueries({ queryKey: ['lists'] });
    await queries.invalidateQueries({ queryKey: ['loans'] });
  });
  const sent = thingSent(thing, presets);
  const preset = presets.find((one) => 'code' in sent && one.code === sent.code);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setMissing(thing.trim() === '');
    if (thing.trim() === '') return;
    const borrower = {
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    };
    void write.send({
      body: {
        id: id.current,
        thing: sent,
        count,
        ...(residentId === undefined ? {} : { residentId }),
        ...(encounterId === undefined ? {} : { encounterId }),
        ...(Object.keys(borrower).length === 0 ? {} : { borrower }),
        ...(until === null ? {} : { until }),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      },
    });
  };
  const fields = write.trouble?.fields ?? {};
  return (
    <form onSubmit={submit} className={styles.form} aria-label="借出">
      <div className={styles.what}>
        <Field
          label="借什么"
          error={missing ? '先写借的是什么' : (fields.thing ?? fields['thing.name'])}
        >
          {(tied) => (
            <AutoComplete
              {...tied}
              value={thing}
              onChange={setThing}
              autoFocus={thing === ''}
              // What is written out already needs no choice: then Enter lends at once.
              options={preset === undefined ? presets.map((one) => ({ value: one.name })) : []}
              showSearch={{
                filterOption: (typed, option) => String(option?.value ?? '').includes(typed),
              }}
              style={{ width: 220 }}
            />
          )}
        </Field>
        <Field label="几件" error={fields.count}>
          {(tied) => (
            <InputNumber
              {...tied}
              min={1}
              max={99}
              value={count}
              onChange={(value) => setCount(value ?? 1)}
              style={{ width: 90 }}
            />
          )}
        </Field>
      </div>
      <div className={styles.presets}>
        {presets.map((one) => (
          <Button key={one.code} size="small" onClick={() => setThing(one.name)}>
            {one.name}
          </Button>
        ))}
      </div>
      {residentId === undefined ? (
        <div className={styles.what}>
          <Field label="谁借(可不填)" error={fields['borrower.name']}>
            {(tied) => (
              <Input
                {...tied}
                autoFocus={thing !== ''}
                autoComplete="off"
                value={name}
                onChange={(e) => setName(e.target.value)}
                style={{ width: 160 }}
              />
            )}
          </Field>
          <Field label="电话(可不填)" error={fields['borrower.phone']}>
            {(tied) => (
              <Input
                {...tied}
                inputMode="tel"
                autoComplete="off"
                value={phone}
                onChange={(e) => setPhone(e.target.value)}
                style={{ width: 180 }}
              />
            )}
          </Field>
        </div>
      ) : (
        <p>借给 {who ?? '这位居民'}</p>
      )}
      <DayField
        label={`什么时候还(不填:${lentFor(preset?.workingDays)})`}
        value={until}
        change={setUntil}
        now={now()}
        error={fields.until}
      />
      <Field label="备注(可不填)" error={fields.note}>
        {(tied) => (
          <Input
            {...tied}
            autoComplete="off"
            value={note}
            onChange={(e) => setNote(e.target.value)}
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
          <span className="ui-key">Enter</span> 借出
        </Button>
        {cancel === undefined ? null : <Button onClick={cancel}>不借了</Button>}
        <span className="ui-quiet">
          {until === null ? '不收押金。' : `${dayText(until, now())}前还,不收押金。`}
        </span>
      </div>
    </form>
  );
};

const lentFor = (workingDays: number | undefined): string => {
  if (workingDays === undefined) return '3 个工作日';
  return workingDays === 0 ? '当天' : `${workingDays} 个工作日`;
};
