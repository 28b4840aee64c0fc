import {
  formatOffset,
  type InstantText,
  instantAt,
  localDate,
  millisecondsOf,
} from '../shared/index.ts';
import { hoursOnWorkingDay, type WorkingTime } from './due.ts';
import { nextSendTime } from './quiet-hours.ts';
import { workingDayBefore } from './working-days.ts';

/** Who is woken at a step of the ladder. */
export type LadderTarget = 'firstAsked' | 'standIn' | 'head';

/**
 * The steps of a promise that nobody keeps (standing: assumed, the order and the times):
 * 1. the worker first asked, when half of the time is gone, but not before the morning of the working day before the
 *    due day: earlier than that a reminder of a long limit is noise;
 * 2. his stand-in, half-way between the reminder and the due time, while there is still time to keep the promise;
 * 3. the head, when the due time has come.
 *
 * Whoever sends drops a step that the case no longer needs, and sends one message a step.
 */
export const LADDER = [
  { step: 1, to: 'firstAsked', when: 'half of the time, at most one working day before' },
  { step: 2, to: 'standIn', when: 'half-way from the reminder to the due time' },
  { step: 3, to: 'head', when: 'at the due time' },
] as const satisfies readonly { step: number; to: LadderTarget; when: string }[];

export interface LadderStep {
  readonly step: 1 | 2 | 3;
  readonly at: InstantText;
  readonly to: LadderTarget;
}

/**
 * When each step of a promise wakes whom, never in quiet hours. The stand-in of a confidential case is not one of
 * the people named in it, so its second step goes to the head at once.
 */
export function ladder(
  promise: WorkingTime & {
    readonly from: InstantText;
    readonly dueAt: InstantText;
    readonly confidential?: boolean;
  },
): LadderStep[] {
  const due = millisecondsOf(promise.dueAt);
  const from = Math.min(millisecondsOf(promise.from), due);
  const half = from + (due - from) / 2;
  const morning = Math.min(millisecondsOf(morningBefore(promise)), due);
  const reminder = Math.max(half, morning);
  const times = [reminder, reminder + (due - reminder) / 2, due];
  return LADDER.map(({ step, to }, index) => ({
    step,
    to: to === 'standIn' && promise.confidential === true ? 'head' : to,
    at: nextSendTime(formatOffset(Math.floor(times[index] ?? due))),
  }));
}

function morningBefore(promise: WorkingTime & { readonly dueAt: InstantText }): InstantText {
  const { date } = workingDayBefore(localDate(promise.dueAt), promise.calendar);
  return instantAt(date, hoursOnWorkingDay(date, promise.hours)[0]?.from ?? '08:30');
}
