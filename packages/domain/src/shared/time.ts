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
 * Shanghai has kept one offset since its last summer time ended in September 1991. From 1992 on plain arithmetic is
 * exact, and a case asks for the time some twenty times while it is registered; anything earlier goes through Temporal.
 */
const OFFSET_MS = 8 * 3_600_000;
const OFFSET_TEXT = '+08:00';
const FIXED_SINCE = Date.UTC(1992, 0, 1);

/** An instant as ISO 8601 demands it: date, time, and an offset or Z. */
const INSTANT =
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/**
 * The instant in the form in which it travels. Fractions of a second are cut off, never rounded up: a written time
 * is not later than the event.
 *
 * @param instant ISO text with offset, milliseconds since 1970, or a Temporal.Instant
 * @throws DomainError invalid-input where the text is no instant
 */
export function formatOffset(instant: Temporal.Instant | InstantText | number): InstantText {
  return `${localText(instant).slice(0, 19)}${offsetOf(instant)}`;
}

/** The date in Shanghai at an instant. @throws DomainError invalid-input */
export function localDate(instant: Temporal.Instant | InstantText | number): DateText {
  return localText(instant).slice(0, 10);
}

/** The clock time in Shanghai at an instant, `HH:MM`. @throws DomainError invalid-input */
export function localClock(instant: Temporal.Instant | InstantText | number): ClockText {
  return localText(instant).slice(11, 16);
}

/** The instant of a local date and clock time. @throws DomainError invalid-input */
export function instantAt(date: DateText, clock: ClockText): InstantText {
  const full = clock.length === 5 ? `${clock}:00` : clock;
  const at = Date.parse(`${date}T${full}${OFFSET_TEXT}`);
  if (at >= FIXED_SINCE && CLOCK.test(clock) && isDate(date)) {
    return `${date}T${full}${OFFSET_TEXT}`;
  }
  try {
    const local = Temporal.PlainDateTime.from(`${date}T${clock}`);
    return formatOffset(local.toZonedDateTime(ZONE).toInstant());
  } catch {
    throw invalid('time', 'not-a-time', { date, clock });
  }
}

/** Milliseconds since 1970, for comparing. @throws DomainError invalid-input */
export function millisecondsOf(instant: Temporal.Instant | InstantText | number): number {
  if (typeof instant === 'number') return checked(instant, String(instant));
  if (typeof instant !== 'string') return instant.epochMilliseconds;
  const real = INSTANT.test(instant) && isDate(instant.slice(0, 10));
  return checked(real ? Date.parse(instant) : Number.NaN, instant);
}

/** Date.parse takes 30 February for 2 March. */
function isDate(date: DateText): boolean {
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

function checked(at: number, value: string): number {
  if (!Number.isFinite(at)) throw invalid('time', 'not-an-instant', { value });
  return Math.floor(at);
}

/** `2026-11-24T14:30:00.000` on the clocks of Shanghai. */
function localText(instant: Temporal.Instant | InstantText | number): string {
  const at = millisecondsOf(instant);
  if (at >= FIXED_SINCE) return new Date(at + OFFSET_MS).toISOString();
  return zoned(at).toPlainDateTime().toString({ smallestUnit: 'millisecond' });
}

function offsetOf(instant: Temporal.Instant | InstantText | number): string {
  const at = millisecondsOf(instant);
  return at >= FIXED_SINCE ? OFFSET_TEXT : zoned(at).offset;
}

const zoned = (at: number): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);
