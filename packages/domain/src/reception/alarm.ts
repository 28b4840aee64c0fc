import { alarmLadder } from '../promise/index.ts';
import type { InstantText } from '../shared/index.ts';
import type { CaseState } from './case-state.ts';

/** The state with an alarm that begins now; one that runs already goes on, its clock is not set back. */
export const alarmed = (state: CaseState, at: InstantText, danger: string | null): CaseState => ({
  ...state,
  urgent: true,
  alarm: state.alarm ?? { since: at, danger, calledAt: null },
});

/** The state without a running alarm: answered, closed, or found to be none. */
export function calmed(state: CaseState): CaseState {
  const { alarm: _over, ...rest } = state;
  return rest;
}

/** The state after a call was noted: only the first one stops the climbing. */
export function called(state: CaseState, at: InstantText): CaseState {
  const { alarm } = state;
  return alarm === undefined || alarm.calledAt !== null
    ? state
    : { ...state, alarm: { ...alarm, calledAt: at } };
}

/** The case must be told to the police: it is confidential from then on, because whoever reports stays unnamed. */
export const bound = (state: CaseState): CaseState => ({
  ...state,
  mandatoryReport: true,
  confidential: true,
});

/** What a danger of the list brings with it. */
export function withDuty(
  state: CaseState,
  {
    confidential = false,
    mandatoryReport = false,
  }: { readonly confidential?: boolean; readonly mandatoryReport?: boolean },
): CaseState {
  if (mandatoryReport) return bound(state);
  return confidential ? { ...state, confidential } : state;
}

/** By when somebody is to have called for help; undefined where nobody has to (no alarm, or a call was noted). */
export function callBy({
  alarm,
  confidential,
}: Pick<CaseState, 'alarm' | 'confidential'>): InstantText | undefined {
  if (alarm === undefined || alarm.calledAt !== null) return undefined;
  return alarmLadder({ since: alarm.since, confidential })[0].at;
}
