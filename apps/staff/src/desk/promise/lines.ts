import type { LoanLine } from '@qzt/contract/lending';
import type { TodayLine, WorkLine } from '@qzt/contract/worklist';
import { localMoment, nearText } from '@qzt/ui';
import { statusText } from '../case/words.ts';
import type { Line } from './line-list.tsx';
import { AT_ONCE, isAtOnce, type Urgency, urgencyOf } from './urgency.ts';

const BY: Readonly<Record<string, string>> = {
  call: '前打求助电话',
  accept: '前受理',
  limit: '前办好',
  tell: '前告诉居民',
  resident: '起等材料',
  silence: '前等回音',
};
/** What nothing of ours can be late in: the time says since when, or until when we wait. */
const RESTS: readonly (string | null)[] = ['resident', 'silence'];

/** An open alarm, or an urgent matter that nobody has begun. */
const pressesNow = ({ alarm, urgent, kind }: WorkLine): boolean =>
  !RESTS.includes(kind) && (alarm !== undefined || isAtOnce(urgent, kind));

const whenOf = (line: WorkLine): string => {
  const { at, kind, status } = line;
  if (pressesNow(line)) return AT_ONCE;
  if (at === null) return statusText({ status, ending: null });
  return line.late || kind === null ? nearText(at) : `${nearText(at)} ${BY[kind] ?? ''}`;
};

/** The building; stars in place of the flat would only fill the line. */
const building = (door: string | null): string | null =>
  door === null ? null : door.replace(/\*+室?$/, '');

/** Whose matter it is: the name and the building, masked. */
const whose = (who: string | null, door: string | null): string =>
  [who, building(door)].filter((part) => part !== null && part !== '').join(' · ');

const urgencyIn = (line: WorkLine): Urgency => {
  if (pressesNow(line)) return 'late';
  return line.at === null || RESTS.includes(line.kind) ? 'calm' : urgencyOf(line.at, line.late);
};

/** All that a list at the counter says of a confidential matter: whoever stands there can read the screen. */
const HIDDEN = '保密件';

/** A matter in a list. `more`: what is news in this list besides, such as who answers for it. */
export const workLine = (line: WorkLine, more?: (line: WorkLine) => string): Line => ({
  key: line.caseId,
  target: { caseId: line.caseId },
  when: whenOf(line),
  number: line.number,
  text: line.confidential ? HIDDEN : line.title,
  more: [line.confidential ? '' : whose(line.who, line.door), more?.(line) ?? '']
    .filter((part) => part !== '')
    .join(' · '),
  urgency: urgencyIn(line),
  urgent: line.urgent,
  ...(line.alarm
    ? { alarm: { since: line.alarm.since, called: line.alarm.calledAt !== null } }
    : {}),
});

const OUTCOME: Readonly<Record<string, string>> = {
  settled: '当场办好',
  advice: '已答复',
  referred: '已指路',
  refused: '不予办理',
  case: '已登记',
};

export const todayLine = (line: TodayLine): Line => ({
  key: line.needId,
  target: line.caseId === null ? null : { caseId: line.caseId },
  when: localMoment(line.startedAt).time,
  number: '',
  text: line.confidential ? HIDDEN : line.words,
  more:
    line.status === null
      ? (OUTCOME[line.outcome] ?? line.outcome)
      : statusText({
          status: line.status,
          ending: line.ending as Parameters<typeof statusText>[0]['ending'],
        }),
  urgency: 'calm',
  urgent: false,
});

export const loanLineOf = (loan: LoanLine): Line => {
  const left = loan.count - loan.returned;
  return {
    key: loan.id,
    target: { loanId: loan.id },
    when: `${nearText(loan.dueAt)} 前还`,
    number: '',
    text: left > 1 ? `${loan.thing.name} × ${left}` : loan.thing.name,
    more: whose(loan.borrower.name, loan.borrower.door) || '没留姓名',
    urgency: urgencyOf(loan.dueAt, loan.late),
    urgent: false,
  };
};
