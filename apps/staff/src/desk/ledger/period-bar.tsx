import { lastDayOf, PERIOD_LABELS, PERIOD_NAMES, type Period } from '@qzt/domain/ledger';
import { addDays, DayField, dayText } from '@qzt/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { now } from '../../platform/clock.ts';
import styles from './ledger.module.css';
import type { RegisterSearch, SearchChange } from './register-search.ts';

interface Props {
  readonly search: RegisterSearch;
  readonly period: Period;
  readonly change: (more: SearchChange) => void;
}

/** Any other days: first and last day, as people say them. */
const OwnDays = ({ period, change }: Omit<Props, 'search'>) => {
  const [from, setFrom] = useState<string | null>(period.from);
  const [last, setLast] = useState<string | null>(lastDayOf(period));
  const wrong = from !== null && last !== null && last < from;
  return (
    <div className={styles.days}>
      <DayField label="从" value={from} change={setFrom} now={now()} choices={[]} />
      <DayField
        label="到(含这一天)"
        value={last}
        change={setLast}
        now={now()}
        choices={[]}
        error={wrong ? '结束的日子要在开始之后' : undefined}
      />
      <Button
        type="primary"
        disabled={from === null || last === null || wrong}
        onClick={() => {
          if (from !== null && last !== null) change({ from, to: addDays(last, 1) });
        }}
      >
        看这几天
      </Button>
    </div>
  );
};

/** Of when: the usual periods in one press, any other days by writing them. */
export const PeriodBar = ({ search, period, change }: Props) => {
  const own = search.from !== undefined && search.to !== undefined;
  const [writing, setWriting] = useState(false);
  const named = own ? undefined : (search.period ?? 'month');
  const last = lastDayOf(period);
  return (
    <>
      <fieldset className={styles.choices}>
        <legend>时间</legend>
        {PERIOD_NAMES.map((name) => (
          <Button
            key={name}
            type={name === named && !writing ? 'primary' : 'default'}
            aria-pressed={name === named}
            onClick={() => {
              setWriting(false);
              change({ period: name, from: undefined, to: undefined });
            }}
          >
            {PERIOD_LABELS[name]}
          </Button>
        ))}
        <Button
          type={own || writing ? 'primary' : 'default'}
          aria-expanded={writing}
          onClick={() => setWriting(!writing)}
        >
          自选
        </Button>
        <span className="ui-quiet">
          {dayText(period.from, now())}
          {last === period.from ? '' : ` 至 ${dayText(last, now())}`}
        </span>
      </fieldset>
      {writing ? (
        <OwnDays
          period={period}
          change={(days) => {
            setWriting(false);
            change({ ...days, period: undefined });
          }}
        />
      ) : null}
    </>
  );
};
