import {
  type DateText,
  dateOfDay,
  dayNumber,
  type InstantText,
  instantAt,
  invalid,
  localDate,
  millisecondsOf,
  yearOf,
} from '../shared/index.ts';
import { plainDayKind, type WorkCalendar } from './work-calendar.ts';

/** A date found by counting, with the years whose calendar was not known on the way (empty: the date is certain). */
export interface CountedDate {
  readonly date: DateText;
  readonly uncertainYears: readonly number[];
}

/** Longest walk in calendar days, so that a calendar without any working day ends in an error and not in a loop. */
const LONGEST_WALK = 4000;

/**
 * The date so many working days on. The day of departure is day 0 and only working days count (Civil Code art. 201:
 * the first day is not counted; standing: official-national). Zero days from a day of rest is the next working day
 * (art. 203: a term that ends on a holiday ends on the day after it). Days of an unknown year are counted Monday to
 * Friday, and the year is named.
 *
 * @param workingDays whole, not negative
 * @throws DomainError invalid-input
 */
export function addWorkingDays(
  date: DateText,
  workingDays: number,
  calendar: WorkCalendar,
): CountedDate {
  if (!Number.isInteger(workingDays) || workingDays < 0 || workingDays > 1000) {
    throw invalid('workingDays', 'not-a-count', { value: workingDays });
  }
  const start = dayNumber(date);
  const years = new Set<number>();
  let left = workingDays;
  for (let day = start; day <= start + LONGEST_WALK; day += 1) {
    const today = dateOfDay(day);
    if (!works(today, calendar, years)) continue;
    if (day > start) left -= 1;
    if (left <= 0) return { date: today, uncertainYears: sorted(years) };
  }
  throw invalid('calendar', 'no-working-day', { from: date });
}

/** The working day before a date. */
export function workingDayBefore(date: DateText, calendar: WorkCalendar): CountedDate {
  const start = dayNumber(date);
  const years = new Set<number>();
  for (let day = start - 1; day >= start - LONGEST_WALK; day -= 1) {
    const today = dateOfDay(day);
    if (works(today, calendar, years)) return { date: today, uncertainYears: sorted(years) };
  }
  throw invalid('calendar', 'no-working-day', { before: date });
}

/**
 * How many working days began (at 00:00 in Shanghai) in the half-open time `[since, until)`: what a pause is worth.
 * A pause within one day is worth nothing, one over a night into a working day is worth one day.
 */
export function workingDaysBegun(
  since: InstantText,
  until: InstantText,
  calendar: WorkCalendar,
): { readonly days: number; readonly uncertainYears: readonly number[] } {
  const years = new Set<number>();
  let days = 0;
  const end = millisecondsOf(until);
  const start = millisecondsOf(since);
  if (end > start) {
    const last = dayNumber(localDate(until));
    for (let day = dayNumber(localDate(since)); day <= last; day += 1) {
      const date = dateOfDay(day);
      const midnight = millisecondsOf(instantAt(date, '00:00'));
      if (midnight >= start && midnight < end && works(date, calendar, years)) days += 1;
    }
  }
  return { days, uncertainYears: sorted(years) };
}

function works(date: DateText, calendar: WorkCalendar, unknownYears: Set<number>): boolean {
  const kind = calendar.dayKind(date);
  if (kind !== 'unknown') return kind === 'work';
  unknownYears.add(yearOf(date));
  return plainDayKind(date) === 'work';
}

function sorted(years: ReadonlySet<number>): number[] {
  return [...years].sort((a, b) => a - b);
}
