import { Button, Input } from 'antd';
import { useState } from 'react';
import { Field } from './field.tsx';
import { addDays, dayText, localMoment } from './moment.ts';
import { readClock, readDay } from './spoken-day.ts';

/*
 * Dates in Chinese whatever the language of the browser: one writes 27, 11-27, 周五 or 明天 and reads at once which day
 * that is. Native date inputs follow the browser's language and cannot be written in words.
 */

interface DayProps {
  readonly label: string;
  /** `YYYY-MM-DD`, or null. */
  readonly value: string | null;
  /** Null while what is written is no day. */
  readonly change: (day: string | null) => void;
  readonly now: Date;
  readonly error?: string | undefined;
  readonly choices?: readonly (readonly [string, number])[];
}

const SOON: DayProps['choices'] = [
  ['今天', 0],
  ['明天', 1],
  ['后天', 2],
];

/** A day: written in words or digits, with the nearest days as buttons. */
export const DayField = ({ label, value, change, now, error, choices = SOON }: DayProps) => {
  const today = localMoment(now).date;
  const [text, setText] = useState(value === null ? '' : dayText(value, now));
  const write = (next: string): void => {
    setText(next);
    change(readDay(next, today));
  };
  const read = text.trim() === '' ? null : readDay(text, today);
  const wrong =
    text.trim() !== '' && read === null ? '没有这一天,写成 11-27、周五或明天' : undefined;
  return (
    <Field
      label={label}
      error={wrong ?? error}
      help={read === null ? '写 27、11-27、周五或明天' : dayText(read, now)}
    >
      {(tied) => (
        <div className="ui-row" style={{ gap: 8 }}>
          <Input
            {...tied}
            style={{ width: 170 }}
            autoComplete="off"
            value={text}
            onChange={(e) => write(e.target.value)}
          />
          {choices.map(([word, days]) => (
            <Button key={word} onClick={() => write(dayText(addDays(today, days), now))}>
              {word}
            </Button>
          ))}
        </div>
      )}
    </Field>
  );
};

const RECENT: NonNullable<DayProps['choices']> = [
  ['今天', 0],
  ['昨天', -1],
];

interface MomentProps extends Omit<DayProps, 'choices'> {
  readonly choices?: NonNullable<DayProps['choices']>;
}

/** A day and a clock time; the value is an instant with Shanghai's offset. */
export const MomentField = ({
  label,
  value,
  change,
  now,
  error,
  choices = RECENT,
}: MomentProps) => {
  const start = localMoment(value ?? now);
  const [day, setDay] = useState<string | null>(value === null ? null : start.date);
  const [clock, setClock] = useState(value === null ? '' : start.time);
  const tell = (date: string | null, text: string): void => {
    const time = readClock(text);
    change(date === null || time === null ? null : `${date}T${time}:00+08:00`);
  };
  const wrong = clock.trim() !== '' && readClock(clock) === null ? '写成 14:30' : undefined;
  return (
    <div className="ui-row" style={{ alignItems: 'flex-start' }}>
      <DayField
        label={label}
        value={day}
        now={now}
        error={error}
        choices={choices}
        change={(next) => {
          setDay(next);
          tell(next, clock);
        }}
      />
      <Field label="几点" error={wrong} help="写 14:30 或 下午2点半">
        {(tied) => (
          <Input
            {...tied}
            style={{ width: 110 }}
            autoComplete="off"
            value={clock}
            onChange={(e) => {
              setClock(e.target.value);
              tell(day, e.target.value);
            }}
          />
        )}
      </Field>
    </div>
  );
};
