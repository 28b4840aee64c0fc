import { invalid } from './domain-error.ts';
import type { DateText } from './time.ts';

const DAY = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/*
 * Calendar dates are counted in UTC days here and not with Temporal: a limit of 30 working days is a walk over some
 * fifty days, made at every registration, and the plain arithmetic is ten times as fast. No zone is involved.
 */

/** Days since 1970-01-01. @throws DomainError invalid-input for anything that is no date of the calendar */
export function dayNumber(date: DateText): number {
  const parts = PATTERN.exec(date);
  const milliseconds = parts === null ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(milliseconds) || dateOfDay(milliseconds / DAY) !== date) {
    throw invalid('date', 'not-a-date', { value: date });
  }
  return milliseconds / DAY;
}

/** The date of a day number. */
export function dateOfDay(day: number): DateText {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The date so many calendar days later (or earlier, below zero). @throws DomainError invalid-input */
export function addDays(date: DateText, days: number): DateText {
  return dateOfDay(dayNumber(date) + days);
}

/** 1 = Monday … 7 = Sunday. @throws DomainError invalid-input */
export function weekday(date: DateText): number {
  // 1970-01-01 was a Thursday (4).
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The year of a date. */
export function yearOf(date: DateText): number {
  return Number(date.slice(0, 4));
}
