import type { InstantText } from '../shared/index.ts';
import { type Due, dueAt, type WorkingTime } from './due.ts';

/** The numbers of a promise; a subdistrict may change each of them. */
export interface PromiseParameters {
  readonly acceptWithinWorkingDays: number;
  readonly silenceClosesAfterWorkingDays: number;
  /** Within which the worker first asked tells the resident what another office answered. */
  readonly tellWithinWorkingDays: number;
  readonly reopenWithinDays: number;
  /** The limit of a matter on no list (其他). */
  readonly otherLimitWorkingDays: number;
}

/**
 * Standing: assumed, all of them. `otherLimitWorkingDays`: 15 is the longest limit of the hotline (Shanghai 2015,
 * official-local for the hotline); that it holds for a matter on no list is ours.
 */
export const PROMISE_DEFAULTS: PromiseParameters = {
  acceptWithinWorkingDays: 1,
  silenceClosesAfterWorkingDays: 5,
  tellWithinWorkingDays: 1,
  reopenWithinDays: 30,
  otherLimitWorkingDays: 15,
};

/** By when a case registered at `from` is to be accepted. */
export function acceptBy(
  from: InstantText,
  time: WorkingTime,
  parameters: Pick<PromiseParameters, 'acceptWithinWorkingDays'> = PROMISE_DEFAULTS,
): Due {
  return dueAt({ ...time, from, workingDays: parameters.acceptWithinWorkingDays });
}

/** How long the resident's silence after an answer is waited out before the case closes as unconfirmed. */
export function silenceUntil(
  answeredAt: InstantText,
  time: WorkingTime,
  parameters: Pick<PromiseParameters, 'silenceClosesAfterWorkingDays'> = PROMISE_DEFAULTS,
): Due {
  return dueAt({
    ...time,
    from: answeredAt,
    workingDays: parameters.silenceClosesAfterWorkingDays,
  });
}

/** By when the worker first asked is to tell the resident what another office answered. */
export function tellBy(
  answeredAt: InstantText,
  time: WorkingTime,
  parameters: Pick<PromiseParameters, 'tellWithinWorkingDays'> = PROMISE_DEFAULTS,
): Due {
  return dueAt({ ...time, from: answeredAt, workingDays: parameters.tellWithinWorkingDays });
}
