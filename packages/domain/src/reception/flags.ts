import { type InstantText, millisecondsOf } from '../shared/index.ts';
import type { CaseState } from './case-state.ts';

export const CASE_FLAGS = {
  urgent: '应急',
  late: '超时',
  'second-ask': '二次告知',
  confidential: '保密',
  'mandatory-report': '须强制报告',
  'calendar-unknown': '日历未定,期限为估算',
  extended: '已延期',
  reopened: '重新办理',
  'to-tell': '待告诉居民',
} as const;
export type CaseFlag = keyof typeof CASE_FLAGS;

/** What a list shows beside a case, at this time. */
export function flagsOf(state: CaseState, now: InstantText): CaseFlag[] {
  const flags: Record<CaseFlag, boolean> = {
    urgent: state.urgent,
    late: isLate(state, now),
    'second-ask': state.secondAsk,
    confidential: state.confidential,
    'mandatory-report': state.mandatoryReport && state.reported === null,
    'calendar-unknown': state.uncertainDue !== null,
    extended: state.extended,
    reopened: state.reopenedAt !== null,
    'to-tell': state.tell !== undefined,
  };
  return (Object.keys(CASE_FLAGS) as CaseFlag[]).filter((flag) => flags[flag]);
}

/** Late: something is due and its time has passed. While the resident owes materials the clock stands: nobody is late. */
export function isLate(state: Pick<CaseState, 'dueAt' | 'dueKind'>, now: InstantText): boolean {
  if (state.dueAt === null || state.dueKind === 'resident') return false;
  return millisecondsOf(now) > millisecondsOf(state.dueAt);
}
