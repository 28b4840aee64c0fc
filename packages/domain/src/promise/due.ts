import {
  type ClockText,
  type DateText,
  type InstantText,
  instantAt,
  localDate,
  weekday,
} from '../shared/index.ts';
import type { OpeningHours, OpeningTime } from './opening-hours.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { addWorkingDays } from './working-days.ts';

/** A due time. `uncertain`: the calendar of these years is not known, and `at` is an estimate by plain weekdays. */
export interface Due {
  readonly at: InstantText;
  readonly uncertain?: { readonly years: readonly number[] };
}

/** Where working time is counted: the calendar of the land and the hours of the office. */
export interface WorkingTime {
  readonly calendar: WorkCalendar;
  readonly hours: OpeningHours;
}

/** The end of a day for an office whose hours nobody has entered yet (standing: elsewhere, 天宁 2010). */
export const DEFAULT_CLOSING: ClockText = '17:30';

/** So many working days without hours in a row mean that the hours were not entered, not that the office rests. */
const LONGEST_CLOSURE = 31;

const FRIDAY = 5;

/**
 * When something promised at `from` within so many working days is due: the end of the last opening hour of that
 * day. The day of the event is day 0 whatever its hour, also after closing time, so a limit of 0 days is due at the
 * closing of that same day (the contract; Civil Code art. 201 and 203: a term ends when business ends, standing:
 * official-national).
 *
 * @throws DomainError invalid-input
 */
export function dueAt(
  input: WorkingTime & { readonly from: InstantText; readonly workingDays: number },
): Due {
  return dueOn(localDate(input.from), input.workingDays, input);
}

/** As `dueAt`, counted from a date: also used to move a due date on by the worth of a pause. */
export function dueOn(
  date: DateText,
  workingDays: number,
  { calendar, hours }: WorkingTime,
  alreadyUncertain: readonly number[] = [],
): Due {
  const years = new Set<number>(alreadyUncertain);
  const day = addWorkingDays(date, workingDays, calendar);
  for (const year of day.uncertainYears) years.add(year);
  const closing = closingFrom(day.date, { calendar, hours }, years);
  const uncertain = [...years].sort((a, b) => a - b);
  return uncertain.length === 0
    ? { at: closing }
    : { at: closing, uncertain: { years: uncertain } };
}

/**
 * The hours in which an office is open on a working day. A make-up workday on a weekend is worked like a weekday, so
 * it has Friday's hours and not those of a weekend shift (standing: assumed); an exception for the date wins.
 */
export function hoursOnWorkingDay(date: DateText, hours: OpeningHours): readonly OpeningTime[] {
  return weekday(date) > FRIDAY ? hours.on(date, FRIDAY) : hours.on(date);
}

/**
 * A working day on which the office has no hours (closed by an exception) counts, but nothing can be due on it: the
 * resident would stand before a locked door. The due time falls to the next working day that has hours (standing:
 * assumed, after Civil Code art. 203).
 */
function closingFrom(
  date: DateText,
  { calendar, hours }: WorkingTime,
  years: Set<number>,
): InstantText {
  let day = date;
  for (let tries = 0; tries < LONGEST_CLOSURE; tries += 1) {
    const closing = lastClosing(hoursOnWorkingDay(day, hours));
    if (closing !== undefined) return instantAt(day, closing);
    const next = addWorkingDays(day, 1, calendar);
    for (const year of next.uncertainYears) years.add(year);
    day = next.date;
  }
  return instantAt(date, DEFAULT_CLOSING);
}

function lastClosing(times: readonly OpeningTime[]): ClockText | undefined {
  return times.reduce<ClockText | undefined>(
    (last, time) => (last === undefined || time.to > last ? time.to : last),
    undefined,
  );
}
