import { dayText, Empty, Field } from '@qzt/ui';
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { standingText } from '../../platform/standing.ts';
import styles from '../admin.module.css';
import { type DayLine, KIND_LABELS } from './day-line.ts';

const KINDS = Object.entries(KIND_LABELS).map(([value, label]) => ({ value, label }));

interface Props {
  readonly year: number;
  readonly days: readonly DayLine[];
  readonly change: (days: readonly DayLine[]) => void;
}

const NewDay = ({ year, days, change }: Props) => {
  const [date, setDate] = useState('');
  const [kind, setKind] = useState<DayLine['kind']>('holiday');
  const [name, setName] = useState('');
  const ready = date.startsWith(`${year}-`) && name.trim() !== '';
  const add = (): void => {
    const rest = days.filter((day) => day.date !== date);
    const made: DayLine = { date, kind, name: name.trim(), standing: null };
    change([...rest, made].sort((a, b) => a.date.localeCompare(b.date)));
    setDate('');
  };
  return (
    <div className="ui-row" style={{ alignItems: 'end' }}>
      <Field label="日期">
        {(tied) => (
          <Input
            {...tied}
            type="date"
            min={`${year}-01-01`}
            max={`${year}-12-31`}
            value={date}
            onChange={(e) => setDate(e.target.value)}
          />
        )}
      </Field>
      <Field label="名称">
        {(tied) => (
          <Input {...tied} maxLength={40} value={name} onChange={(e) => setName(e.target.value)} />
        )}
      </Field>
      <Radio.Group
        aria-label="放假还是上班"
        options={KINDS}
        value={kind}
        onChange={(e) => setKind(e.target.value)}
      />
      <Button onClick={add} disabled={!ready}>
        加上
      </Button>
    </div>
  );
};

/** The days of a year that are not what their weekday says. */
export const CalendarTable = (props: Props) => {
  const { days, change } = props;
  return (
    <>
      {days.length === 0 ? <Empty>这一年还没有一天。</Empty> : null}
      {days.length === 0 ? null : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">是</th>
              <th scope="col">名称</th>
              <th scope="col">来源</th>
              <th scope="col">
                <span className="ui-quiet">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.date}>
                <td>{dayText(day.date)}</td>
                <td>{KIND_LABELS[day.kind]}</td>
                <td>{day.name}</td>
                <td>{day.standing === null ? '刚加的,还没有保存' : standingText(day.standing)}</td>
                <td>
                  <Button
                    size="small"
                    aria-label={`去掉 ${dayText(day.date)}`}
                    onClick={() => change(days.filter((d) => d.date !== day.date))}
                  >
                    去掉
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <NewDay {...props} />
    </>
  );
};
