import { type CalendarDay, promiseEndpoints } from '@qzt/contract/promise';
import { Field } from '@qzt/ui';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../platform/use-write.ts';
import { WriteTrouble } from '../page.tsx';
import { CalendarTable } from './calendar-table.tsx';
import type { DayLine } from './day-line.ts';

interface Props {
  readonly shown: { readonly year: number; readonly known: boolean; readonly days: CalendarDay[] };
}

export const CalendarForm = ({ shown }: Props) => {
  const queries = useQueryClient();
  const [days, setDays] = useState<readonly DayLine[]>(shown.days);
  const [known, setKnown] = useState(shown.known);
  const [basis, setBasis] = useState('');
  const [saved, setSaved] = useState(false);
  const save = useWrite(promiseEndpoints.setCalendarYear, (answer) => {
    queries.setQueryData(['calendar', shown.year], answer);
    setSaved(true);
  });
  const fields = save.trouble?.fields ?? {};
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { known, basis, days: days.map(({ date, kind, name }) => ({ date, kind, name })) };
    void save.send({ params: { year: String(shown.year) }, body });
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
      <WriteTrouble write={save} />
      <div className="ui-row">
        <Button type="primary" htmlType="submit" loading={save.sending}>
          保存并重算期限
        </Button>
        <span role="status" className="ui-quiet">
          {saved ? '已保存,未办结办件的期限已重算' : ''}
        </span>
      </div>
    </form>
  );
};
