import { formatOffset, type InstantText, millisecondsOf } from '../shared/index.ts';

/** The minutes of an alarm; a subdistrict may change each of them. */
export interface AlarmParameters {
  /** Within which somebody at the desk has called for help, or others hear of it. */
  readonly firstCallMinutes: number;
  /** After which, still without a call, the subdistrict hears of it. */
  readonly subdistrictMinutes: number;
}

/** Standing: assumed, both. Real minutes: danger keeps no office hours. */
export const ALARM_DEFAULTS: AlarmParameters = { firstCallMinutes: 5, subdistrictMinutes: 15 };

export type AlarmTarget = 'standIn' | 'head' | 'subdistrict';

export interface AlarmStep {
  readonly step: 1 | 2;
  readonly at: InstantText;
  readonly to: readonly AlarmTarget[];
}

/**
 * Whom an alarm wakes when, as long as nobody has noted a call: first the stand-in and the head, then the head again and
 * the subdistrict. At once, whatever the hour: quiet hours do not hold for danger. The stand-in is not one of the people
 * named in a confidential case, so there the head is woken alone.
 */
export function alarmLadder(
  alarm: { readonly since: InstantText; readonly confidential: boolean },
  { firstCallMinutes, subdistrictMinutes }: AlarmParameters = ALARM_DEFAULTS,
): readonly [AlarmStep, AlarmStep] {
  return [
    {
      step: 1,
      at: after(alarm.since, firstCallMinutes),
      to: alarm.confidential ? ['head'] : ['standIn', 'head'],
    },
    { step: 2, at: after(alarm.since, subdistrictMinutes), to: ['head', 'subdistrict'] },
  ];
}

/**
 * Whether an alarm still climbs: until its last step. Then everybody above has heard of it, and what the case owes besides
 * is pressed for again.
 */
export const alarmClimbs = (
  since: InstantText,
  now: InstantText,
  { subdistrictMinutes }: AlarmParameters = ALARM_DEFAULTS,
): boolean => millisecondsOf(now) < millisecondsOf(after(since, subdistrictMinutes));

const MINUTE_MS = 60_000;

const after = (since: InstantText, minutes: number): InstantText =>
  formatOffset(millisecondsOf(since) + minutes * MINUTE_MS);
