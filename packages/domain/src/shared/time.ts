import { Temporal } from 'temporal-polyfill';
import { invalid } from './domain-error.ts';

/** The only zone of the product: every office, resident and deadline is in Shanghai. */
export const ZONE = 'Asia/Shanghai';

/** An instant as it travels: ISO 8601 with offset, to the second (`2026-11-24T14:30:00+08:00`). */
export type InstantText = string;
/** A calendar date `YYYY-MM-DD`. */
export type DateText = string;
/** A local clock time `HH:MM`. */
export type ClockText = string;

/**
 * The instant in the form in which it travels. Fractions of a second are cut off, never rounded up: a written time
 * is not later than the event.
 *
 * @param instant ISO text with offset, milliseconds since 1970, or a Temporal.Instant
 * @throws DomainError invalid-input where the text is no instant
 */
export function formatOffset(instant: Temporal.Instant | InstantText | number): InstantText {
  return zoned(instant).toString({
    timeZoneName: 'never',
    smallestUnit: 'second',
    roundingMode: 'floor',
  });
}

/** The date in Shanghai at an instant. @throws DomainError invalid-input */
export function localDate(instant: Temporal.Instant | InstantText | number): DateText {
  return zoned(instant).toPlainDate().toString();
}

/** The clock time in Shanghai at an instant, `HH:MM`. @throws DomainError invalid-input */
export function localClock(instant: Temporal.Instant | InstantText | number): ClockText {
  return zoned(instant).toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'floor' });
}

/** The instant of a local date and clock time. @throws DomainError invalid-input */
export function instantAt(date: DateText, clock: ClockText): InstantText {
  try {
    return formatOffset(
      Temporal.PlainDateTime.from(`${date}T${clock}`).toZonedDateTime(ZONE).toInstant(),
    );
  } catch {
    throw invalid('time', 'not-a-time', { date, clock });
  }
}

/** Milliseconds since 1970, for comparing. @throws DomainError invalid-input */
export function millisecondsOf(instant: Temporal.Instant | InstantText | number): number {
  if (typeof instant === 'number') return instant;
  if (typeof instant !== 'string') return instant.epochMilliseconds;
  return parse(instant).epochMilliseconds;
}

function zoned(instant: Temporal.Instant | InstantText | number): Temporal.ZonedDateTime {
  return parse(instant).toZonedDateTimeISO(ZONE);
}

function parse(instant: Temporal.Instant | InstantText | number): Temporal.Instant {
  try {
    if (typeof instant === 'number') return Temporal.Instant.fromEpochMilliseconds(instant);
    return typeof instant === 'string' ? Temporal.Instant.from(instant) : instant;
  } catch {
    throw invalid('time', 'not-an-instant', { value: String(instant) });
  }
}
