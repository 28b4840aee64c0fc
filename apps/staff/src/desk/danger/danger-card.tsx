/*
 * The card of danger: it takes the whole middle of the desk, under the one input. How it is mounted (see ReceptionForm):
 *
 *   const danger = useDangerEntry({ state, store: reception.alarm, focus });
 *   <div onKeyDownCapture={danger.onKeyDown}><InputBox hushed={danger.card !== null} … /></div>
 *   <DangerQuestion asks={danger.asks} open={danger.open} dismiss={danger.dismiss} />
 *   {danger.card ? <DangerCard {...danger.card} /> : …the rest of the form…}
 *
 * `store` keeps what is written as an urgent case, once however often it is asked (useReception().alarm). The words go on
 * being typed in the one input; Enter there brings the keys 1, 2, … of the card to life.
 */
import type { DangerView } from '@qzt/contract/danger';
import { STANDING_LABELS } from '@qzt/domain/catalogue';
import { Failure, Field, useKeys } from '@qzt/ui';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { type Ref, useRef, useState } from 'react';
import { phonebookQuery } from '../phonebook/phonebook-query.ts';
import type { DraftState } from '../reception/draft-state.ts';
import { AlarmClock } from './alarm-clock.tsx';
import { CallRow } from './call-row.tsx';
import { CameBy } from './came-by.tsx';
import { type CardCall, callsOf, leaveKey } from './card-keys.ts';
import styles from './danger.module.css';
import type { Alarm } from './use-alarm.ts';

export interface DangerCardProps {
  readonly danger: DangerView;
  /** All of them, for whoever sees that it is another. */
  readonly dangers: readonly DangerView[];
  readonly choose: (code: string) => void;
  /** Since when it was said. */
  readonly since: string;
  /** What is being written; the card asks how they came until it is stored. */
  readonly state: DraftState;
  readonly alarm: Alarm;
  readonly place: string;
  readonly setPlace: (place: string) => void;
  /** Where the person can be reached without danger; asked before the case is stored. */
  readonly safePhone: string;
  readonly setSafePhone: (phone: string) => void;
  /** A minor or a person without capacity may be hurt. */
  readonly mustReport: boolean;
  readonly setMustReport: (must: boolean) => void;
  /** 不是急事: back to the form, or the alarm of the stored case ends. */
  readonly leave: () => void;
  /** What had to be called is called; the case stands in the lists. */
  readonly finish: () => void;
  readonly first: Ref<HTMLDivElement>;
}

const Advice = ({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly string[];
}) => (
  <section className={styles.advice}>
    <h3>{title}</h3>
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
);

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type="checkbox"], [type="radio"]), textarea');

const noted = (alarm: Alarm, whom: string): string | undefined =>
  alarm.made?.events.findLast(({ type, data }) => type === 'call' && data.whom === whom)?.at;

/** What to do now, whom to call, and that it was done. */
export const DangerCard = (props: DangerCardProps) => {
  const { danger, dangers, choose, since, alarm, leave, finish, first } = props;
  const { data } = useQuery(phonebookQuery);
  const calls = callsOf(danger, data?.items ?? []);
  const out = leaveKey(calls);
  const { made } = alarm;
  const call = ({ whom, number }: CardCall): void =>
    void alarm.take({ type: 'call', data: { whom, ...(number === null ? {} : { number }) } });
  const keyed = (act: () => void) => () => {
    // In a text field a digit is text: a house number.
    if (isText(document.activeElement)) return false;
    act();
    return true;
  };
  const byEsc = (): boolean => {
    if (made === null) return false;
    finish();
    return true;
  };
  useKeys({
    ...Object.fromEntries(calls.map((one) => [one.key, keyed(() => call(one))])),
    [out]: keyed(leave),
    Esc: byEsc,
  });
  return (
    <section className={styles.card} aria-label={`急事:${danger.name}`} role="alert">
      <header className={styles.head}>
        <h2>{danger.name}</h2>
        <AlarmClock since={since} called={made?.alarm?.calledAt != null} />
        {made === null ? <CameBy state={props.state} /> : null}
        <div className={styles.kinds}>
          <Select
            aria-label="换一种急事"
            value={danger.code}
            options={dangers.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={choose}
            popupMatchSelectWidth={false}
          />
        </div>
      </header>
      <div ref={first} tabIndex={-1} className={styles.calls}>
        {calls.map((one) => (
          <CallRow key={one.whom} call={one} at={noted(alarm, one.whom)} press={() => call(one)} />
        ))}
      </div>
      {alarm.trouble === null ? null : (
        <Failure title={`${alarm.trouble.title}。先打电话要紧,打完再按一次`} />
      )}
      <div className={styles.columns}>
        <Advice title="先问" lines={danger.ask} />
        <Advice title="第一分钟" lines={danger.firstMinute} />
        <Advice title="千万不要" lines={danger.mustNot} />
      </div>
      <Particulars {...props} />
      <footer className={styles.foot}>
        <Button onClick={leave}>{out} 不是急事</Button>
        {made === null ? (
          <span className="ui-quiet">
            按一个数字键记下打了谁,这件事就登记成应急件;在上面接着写,按回车再用数字键
          </span>
        ) : (
          <>
            <span role="status">已登记应急件 {made.number}</span>
            <Button type="primary" onClick={finish}>
              电话都打了,接待下一位(Esc)
            </Button>
          </>
        )}
        <span className="ui-quiet">文字:{labelOf(danger.standing)}</span>
      </footer>
    </section>
  );
};

const labelOf = (standing: string): string =>
  (STANDING_LABELS as Readonly<Record<string, string>>)[standing] ?? standing;

/** Where it is, and whether the police must be told; written as they become known. */
const Particulars = ({
  danger,
  alarm,
  place,
  setPlace,
  safePhone,
  setSafePhone,
  mustReport,
  setMustReport,
}: DangerCardProps) => {
  const sent = useRef('');
  const [asked, setAsked] = useState(false);
  const stored = alarm.made !== null;
  const sendPlace = (): void => {
    const text = place.trim();
    if (!stored || text === '' || text === sent.current) return;
    sent.current = text;
    void alarm.take({ type: 'note', note: `地点:${text}` });
  };
  const bind = (must: boolean): void => {
    setMustReport(must);
    if (!stored || !must) return;
    setAsked(true);
    void alarm.take({ type: 'must-report' });
  };
  const bound = alarm.made?.flags.includes('mandatory-report') === true;
  return (
    <div className={styles.particulars}>
      <Field label="在哪里(楼号、门牌、电话)">
        {(tied) => (
          <Input
            {...tied}
            autoComplete="off"
            maxLength={200}
            value={place}
            onChange={(event) => setPlace(event.target.value)}
            onBlur={sendPlace}
            onPressEnter={(event) => event.currentTarget.blur()}
          />
        )}
      </Field>
      {danger.confidential && !stored ? (
        <Field label="能安全找到他的电话(只往这个号码发消息,没有就空着)">
          {(tied) => (
            <Input
              {...tied}
              inputMode="tel"
              autoComplete="off"
              maxLength={24}
              value={safePhone}
              onChange={(event) => setSafePhone(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      {danger.report === 'always' || bound ? (
        <p className={styles.duty}>依法必须向公安机关报告,报告人保密;记下报告了谁以后才能办结。</p>
      ) : null}
      {danger.report === 'if-minor-or-incapable' && !bound ? (
        <Checkbox
          checked={mustReport}
          disabled={asked}
          onChange={(event) => bind(event.target.checked)}
        >
          受害的可能是未成年人,或认不清事、不能自己作主的人(依法必须报告公安)
        </Checkbox>
      ) : null}
      {danger.confidential || mustReport || bound ? (
        <p className="ui-quiet">这件事按保密登记:只有您和负责人看得到。</p>
      ) : null}
    </div>
  );
};
