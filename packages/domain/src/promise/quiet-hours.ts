import {
  addDays,
  type ClockText,
  formatOffset,
  type InstantText,
  instantAt,
  localClock,
  localDate,
} from '../shared/index.ts';

/** No message leaves in these hours; they run over midnight (standing: assumed). */
export const QUIET_HOURS: { readonly from: ClockText; readonly to: ClockText } = {
  from: '21:00',
  to: '08:00',
};

/** The earliest time at or after `at` when a message may leave. Danger does not pass through here: it rings at once. */
export function nextSendTime(at: InstantText, quiet = QUIET_HOURS): InstantText {
  const clock = localClock(at);
  const date = localDate(at);
  if (clock < quiet.to) return instantAt(date, quiet.to);
  if (clock >= quiet.from) return instantAt(addDays(date, 1), quiet.to);
  return formatOffset(at);
}
