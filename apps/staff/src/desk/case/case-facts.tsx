import type { CaseView } from '@qzt/contract/reception';
import { nearText } from '@qzt/ui';
import { AlarmClock } from '../danger/alarm-clock.tsx';
import { AT_ONCE, isAtOnce, urgencyOf } from '../promise/urgency.ts';
import { CallerLine } from './caller.tsx';
import styles from './case.module.css';
import { dueSuffix, flagText, statusText } from './words.ts';

const Due = ({ shown }: { shown: CaseView }) => {
  const { dueAt, dueKind } = shown;
  if (dueAt === null) return null;
  const alarmed = shown.alarm !== undefined && dueKind !== 'resident';
  if (alarmed || isAtOnce(shown.flags.includes('urgent'), dueKind))
    return <div className={styles.late}>{AT_ONCE}</div>;
  const waits = dueKind === 'resident';
  const urgency = waits ? 'calm' : urgencyOf(dueAt, shown.flags.includes('late'));
  return (
    <div className={styles[urgency]}>
      {nearText(dueAt)}
      {dueSuffix(dueKind)}
      {urgency === 'late' ? ' · 已超时' : ''}
    </div>
  );
};

const handlerText = ({ name, org }: CaseView['handler']): string =>
  name === org || org === '' ? name : `${name}(${org})`;

/** What the matter is, how it stands, who answers for it and by when. */
export const CaseFacts = ({ shown }: { shown: CaseView }) => (
  <div>
    <h2>{shown.title}</h2>
    <div className="ui-row" style={{ gap: 8 }}>
      <strong>{statusText(shown)}</strong>
      {shown.flags.map((flag) => (
        <span key={flag} className={flag === 'late' ? styles.flagLate : styles.flag}>
          {flagText(flag)}
        </span>
      ))}
    </div>
    {shown.alarm ? (
      <AlarmClock since={shown.alarm.since} called={shown.alarm.calledAt !== null} />
    ) : null}
    <Due shown={shown} />
    <dl className={styles.facts}>
      <dt>办件号</dt>
      <dd>{shown.number}</dd>
      {shown.serviceItem ? (
        <>
          <dt>事项</dt>
          <dd>{shown.serviceItem.name}</dd>
        </>
      ) : null}
      {shown.resident ? (
        <>
          <dt>居民</dt>
          <dd>{shown.resident.name}</dd>
        </>
      ) : null}
      <CallerLine shown={shown} />
      <dt>首问</dt>
      <dd>
        {shown.firstAsked.name}
        {shown.standIn ? `(代班 ${shown.standIn.name})` : ''}
      </dd>
      <dt>经办</dt>
      <dd>{handlerText(shown.handler)}</dd>
      {shown.shared ? (
        <>
          <dt>也知情</dt>
          <dd>{shown.shared.map(({ name }) => name).join('、')}</dd>
        </>
      ) : null}
      <dt>跑了</dt>
      <dd>{shown.journeys} 趟</dd>
    </dl>
  </div>
);
