import { type DateText, weekday, yearOf } from '../shared/index.ts';

/** What a date is for counting: a working day, a day of rest, or not known because its year has no data. */
export type DayKind = 'work' | 'rest' | 'unknown';

export interface WorkCalendar {
  /** @throws DomainError invalid-input where the text is no date */
  dayKind(date: DateText): DayKind;
}

/** A row of the calendar table: a day that is not what its weekday says. */
export interface CalendarRow {
  readonly date: DateText;
  readonly kind: 'holiday' | 'makeUpWorkday';
}

/**
 * The working calendar from the rows of known years. The State Council fixes holidays and make-up workdays year by
 * year, usually in November (standing: official-national), so a year without an announcement is unknown as a whole,
 * its weekends included: a Saturday may be worked and a Monday may be free. Rows of years not known are ignored.
 */
export function workCalendar(input: {
  readonly knownYears: Iterable<number>;
  readonly days: Iterable<CalendarRow>;
}): WorkCalendar {
  const known = new Set(input.knownYears);
  const special = new Map<DateText, CalendarRow['kind']>();
  for (const day of input.days) special.set(day.date, day.kind);
  return {
    dayKind(date) {
      const plain = plainDayKind(date);
      if (!known.has(yearOf(date))) return 'unknown';
      const kind = special.get(date);
      if (kind === undefined) return plain;
      return kind === 'makeUpWorkday' ? 'work' : 'rest';
    },
  };
}

/** Monday to Friday works, the weekend rests: the estimate where a year is unknown. */
export function plainDayKind(date: DateText): 'work' | 'rest' {
  return weekday(date) <= 5 ? 'work' : 'rest';
}
