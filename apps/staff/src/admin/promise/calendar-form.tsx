import { type CalendarYearView, promiseEndpoints } from '@qzt/contract/promise';
import { Field } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../platform/use-write.ts';
import { WriteTrouble } from '../page.tsx';
import { CalendarNewer } from './calendar-newer.tsx';
import { CalendarTable } from './calendar-table.tsx';
import { type DayLine, differences } from './day-line.ts';
import { conflicts, NewerState } from './newer-state.tsx';
import { useSeen } from './use-seen.ts';

interface Props {
  readonly shown: CalendarYearView;
}

export const CalendarForm = ({ shown }: Props) => {
  const queries = useQueryClient();
  const [days, setDays] = useState<readonly DayLine[]>(shown.days);
  const [known, setKnown] = useState(shown.known);
  const [basis, setBasis] = useState('');
  const [saved, setSaved] = useState(false);
  const queryKey = ['calendar', shown.year];
  const { seen, newer, take, wrote } = useSeen(shown, {
    fill: (year) => {
      setDays(year.days);
      setKnown(year.known);
      setBasis('');
      setSaved(false);
    },
    says: (year) =>
      ['', year.basis].includes(basis.trim()) &&
      known === year.known &&
      differences(year.days, days).length === 0,
  });
  const save = useWrite(promiseEndpoints.setCalendarYear, (answer) => {
    queries.setQueryData(queryKey, answer);
    wrote(answer);
    // What was just added is stored now; what was typed meanwhile stays.
    setDays((typed) => (differences(answer.days, typed).length === 0 ? answer.days : typed));
    setSaved(true);
  });
  const fields = save.trouble?.fields ?? {};
  const send = async (version: number): Promise<void> => {
    const body = { known, basis, days: days.map(({ date, kind, name }) => ({ date, kind, name })) };
    const sent = await save.send({ params: { year: String(shown.year) }, body, version });
    if (!sent) await queries.invalidateQueries({ queryKey });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void send(seen.version);
  };
  return (
    <form onSubmit={submit} className="ui-paper ui-stack">
      <CalendarTable
        year={shown.year}
        days={days}
        change={(next) => {
          setSaved(false);
          setDays(next);
        }}
      />
      <Checkbox checked={known} onChange={(e) => setKnown(e.target.checked)}>
        这一年的放假和调休都填全了
      </Checkbox>
      <Field
        label="依据"
        error={fields.basis}
        help="例如:国务院办公厅关于放假安排的通知,文号和日期"
      >
        {(tied) => (
          <Input
            {...tied}
            value={basis}
            onChange={(e) => setBasis(e.target.value)}
            maxLength={200}
          />
        )}
      </Field>
      {newer !== null && conflicts(save.trouble) ? null : <WriteTrouble write={save} />}
      {newer === null ? null : (
        <NewerState
          what={`${shown.year} 年的日历`}
          saving={save.sending}
          take={() => {
            save.forget();
            take(newer);
          }}
          keep={() => void send(newer.version)}
        >
          <CalendarNewer newer={newer} known={known} days={days} />
        </NewerState>
      )}
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={save.sending} disabled={newer !== null}>
          保存并重算期限
        </Button>
        <span role="status" className="ui-quiet">
          {saved ? '已保存,未办结办件的期限会在几秒内重算' : ''}
        </span>
      </div>
    </form>
  );
};
