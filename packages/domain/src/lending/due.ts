import { dueAt, nextSendTime, type WorkingTime } from '../promise/index.ts';
import type { InstantText } from '../shared/index.ts';

/** How long things are lent where neither the thing nor the worker says otherwise; standing: assumed. */
export interface LendingParameters {
  readonly defaultWorkingDays: number;
  /** So many working days after the friendly word to the borrower the worker who lent it is asked to call. */
  readonly askAfterWorkingDays: number;
}

export const LENDING_DEFAULTS: LendingParameters = {
  defaultWorkingDays: 3,
  askAfterWorkingDays: 1,
};

/** Until when a thing is lent: the end of the last opening hour of that working day, as every promise. */
export function loanDue(
  at: InstantText,
  workingDays: number | undefined,
  time: WorkingTime,
  parameters: LendingParameters = LENDING_DEFAULTS,
): InstantText {
  return dueAt({ ...time, from: at, workingDays: workingDays ?? parameters.defaultWorkingDays }).at;
}

export interface LoanReminder {
  readonly at: InstantText;
  readonly to: 'borrower' | 'lender';
}

/**
 * The two kind words about a thing that did not come back (standing: assumed): one to the borrower when the time is up,
 * one to the worker who lent it a working day later. It ends there: nobody is pressed for an umbrella, and no head is
 * woken. Never in quiet hours.
 */
export function loanReminders(
  due: InstantText,
  time: WorkingTime,
  parameters: LendingParameters = LENDING_DEFAULTS,
): readonly [LoanReminder, LoanReminder] {
  const later = dueAt({ ...time, from: due, workingDays: parameters.askAfterWorkingDays }).at;
  return [
    { at: nextSendTime(due), to: 'borrower' },
    { at: nextSendTime(later), to: 'lender' },
  ];
}
