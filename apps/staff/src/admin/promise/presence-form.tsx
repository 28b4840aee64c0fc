import type { StaffView } from '@qzt/contract/org';
import { type PresenceView, promiseEndpoints } from '@qzt/contract/promise';
import { dayText, Field } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { type FormEvent, useState } from 'react';
import { presenceQuery } from '../../platform/presence.ts';
import { useWrite } from '../../platform/use-write.ts';
import styles from '../admin.module.css';
import { WriteTrouble } from '../page.tsx';
import { AwayRow } from './away-row.tsx';
import { conflicts, NewerState } from './newer-state.tsx';
import { type Away, awayOf, awayToSend, dayWords, saysAs } from './presence.ts';
import { useSeen } from './use-seen.ts';

interface Props {
  readonly date: string;
  readonly shown: PresenceView;
  readonly staff: readonly StaffView[];
}

export const PresenceForm = ({ date, shown, staff }: Props) => {
  const queries = useQueryClient();
  const [primary, setPrimary] = useState<string | null>(shown.primary?.id ?? null);
  const [backup, setBackup] = useState<string | null>(shown.backup?.id ?? null);
  const [away, setAway] = useState<readonly Away[]>(() => shown.away.map(awayOf));
  const [saved, setSaved] = useState(false);
  const { queryKey } = presenceQuery(date);
  const { seen, newer, take, wrote } = useSeen(shown, {
    fill: (day) => {
      setPrimary(day.primary?.id ?? null);
      setBackup(day.backup?.id ?? null);
      setAway(day.away.map(awayOf));
      setSaved(false);
    },
    says: (day) => saysAs({ primary, backup, away }, day),
  });
  const save = useWrite(promiseEndpoints.setPresence, (answer) => {
    queries.setQueryData(queryKey, answer);
    wrote(answer);
    setSaved(true);
  });
  const send = async (version: number): Promise<void> => {
    const body = { primary, backup, away: awayToSend(away) };
    const sent = await save.send({ params: { date }, body, version });
    if (!sent) await queries.invalidateQueries({ queryKey });
  };
  const people = staff.map(({ id, name }) => ({ value: id, label: name }));
  const fields = save.trouble?.fields ?? {};
  const edit =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setSaved(false);
      set(value);
    };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(seen.version);
  };
  const place = (
    label: string,
    path: string,
    value: string | null,
    change: (value: string | null) => void,
  ) => (
    <Field label={label} error={fields[path]}>
      {(tied) => (
        <Select
          {...tied}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="还没有定"
          options={people}
          value={value}
          onChange={(id) => edit(change)(id ?? null)}
        />
      )}
    </Field>
  );
  return (
    <form onSubmit={submit} className="ui-stack">
      <div className={styles.grid}>
        {place('A角(坐班)', 'primary', primary, setPrimary)}
        {place('B角(顶班)', 'backup', backup, setBackup)}
      </div>
      {away.map((row, index) => (
        <AwayRow
          key={row.key}
          row={row}
          people={people}
          error={fields[`away.${index}.to`] ?? fields[`away.${index}.staff`]}
          change={(next) => edit(setAway)(away.map((r) => (r.key === row.key ? next : r)))}
          remove={() => edit(setAway)(away.filter((r) => r.key !== row.key))}
        />
      ))}
      {newer !== null && conflicts(save.trouble) ? null : <WriteTrouble write={save} />}
      {newer === null ? null : (
        <NewerState
          what={dayText(date)}
          saving={save.sending}
          take={() => {
            save.forget();
            take(newer);
          }}
          keep={() => void send(newer.version)}
        >
          <p>
            {dayWords(newer).map((line) => (
              <span key={line}>
                {line}
                <br />
              </span>
            ))}
          </p>
        </NewerState>
      )}
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={save.sending} disabled={newer !== null}>
          保存
        </Button>
        <Button
          onClick={() =>
            edit(setAway)([
              ...away,
              { key: crypto.randomUUID(), staff: null, from: '08:30', to: '11:30' },
            ])
          }
        >
          加一个不在的人
        </Button>
        <span role="status" className="ui-quiet">
          {saved ? '已保存' : ''}
        </span>
      </div>
    </form>
  );
};
