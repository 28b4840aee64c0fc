import { DayField, Field, localMoment } from '@qzt/ui';
import { Input } from 'antd';
import { now } from '../../platform/clock.ts';

/** From when a version holds, and why it was made. */
export interface Begins {
  readonly from: string;
  readonly whyPast: string;
  readonly reason: string;
}

export const beginsToday = (): Begins => ({
  from: localMoment(now()).date,
  whyPast: '',
  reason: '',
});

/** As it is sent. */
export const begun = ({ from, whyPast, reason }: Begins) => ({
  from,
  reason,
  ...(whyPast.trim() === '' ? {} : { whyPast }),
});

interface Props {
  readonly value: Begins;
  readonly change: (value: Begins) => void;
  readonly errors: Readonly<Record<string, string>>;
  readonly ask: string;
}

/** The first day (today or later; in the past only with a reason) and the reason for the change. */
export const BeginsFields = ({ value, change, errors, ask }: Props) => {
  const past = value.from !== '' && value.from < localMoment(now()).date;
  const text = (key: 'reason' | 'whyPast', label: string, help: string) => (
    <Field label={label} error={errors[key]} help={help}>
      {(tied) => (
        <Input
          {...tied}
          autoComplete="off"
          maxLength={key === 'reason' ? 300 : 200}
          value={value[key]}
          onChange={(e) => change({ ...value, [key]: e.target.value })}
        />
      )}
    </Field>
  );
  return (
    <>
      <DayField
        label="从哪天起"
        value={value.from === '' ? null : value.from}
        change={(from) => change({ ...value, from: from ?? '' })}
        now={now()}
        error={errors.from}
      />
      {past || errors.whyPast
        ? text('whyPast', '为什么从过去算起', '例如:文件写明自那天起实行')
        : null}
      {text('reason', ask, '写依据:什么文件、哪个单位说的;不写个人姓名')}
    </>
  );
};
