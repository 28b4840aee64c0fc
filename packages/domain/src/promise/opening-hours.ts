import { type ClockText, type DateText, dayNumber, invalid, weekday } from '../shared/index.ts';

/** A half-open time of a day, `[from, to)`; hours by appointment are no opening hours. */
export interface OpeningTime {
  readonly from: ClockText;
  readonly to: ClockText;
  readonly byAppointment: boolean;
}

/** Opening times of a weekday: 1 = Monday … 7 = Sunday. */
export interface OpeningBand extends OpeningTime {
  readonly weekday: number;
}

/** A weekly pattern in force from `validFrom` until before `validTo`, or until a later period begins. */
export interface HoursPeriod {
  readonly validFrom: DateText;
  readonly validTo?: DateText;
  readonly bands: readonly OpeningBand[];
}

/** A single date that departs from the pattern; no times means closed. */
export interface HoursException {
  readonly date: DateText;
  readonly times: readonly OpeningTime[];
}

export interface OpeningHours {
  /**
   * The opening hours of a date, earliest first, without those by appointment. `asWeekday`: by the pattern of another
   * weekday; an exception for the date still wins.
   */
  on(date: DateText, asWeekday?: number): readonly OpeningTime[];
}

/**
 * The hours of an office as data: they differ from place to place, and no clock times of Shanghai were found.
 *
 * @throws DomainError invalid-input for a band that ends before it begins, or a weekday or date that does not exist
 */
export function openingHours(input: {
  readonly periods: readonly HoursPeriod[];
  readonly exceptions?: readonly HoursException[];
}): OpeningHours {
  const periods = [...input.periods].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  for (const period of periods) {
    dayNumber(period.validFrom);
    for (const band of period.bands) {
      checkTime(band);
      if (!Number.isInteger(band.weekday) || band.weekday < 1 || band.weekday > 7) {
        throw invalid('bands.weekday', 'not-a-weekday', { value: band.weekday });
      }
    }
  }
  const exceptions = new Map<DateText, readonly OpeningTime[]>();
  for (const exception of input.exceptions ?? []) {
    dayNumber(exception.date);
    for (const time of exception.times) checkTime(time);
    exceptions.set(exception.date, withoutAppointments(exception.times));
  }
  return {
    on(date, asWeekday) {
      const exception = exceptions.get(date);
      if (exception !== undefined) return exception;
      const period = periods.find((candidate) => candidate.validFrom <= date);
      if (period === undefined) return [];
      if (period.validTo !== undefined && period.validTo <= date) return [];
      const wanted = asWeekday ?? weekday(date);
      return withoutAppointments(period.bands.filter((band) => band.weekday === wanted));
    },
  };
}

function withoutAppointments(times: readonly OpeningTime[]): OpeningTime[] {
  return times
    .filter((time) => !time.byAppointment)
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

function checkTime(time: OpeningTime): void {
  if (!CLOCK.test(time.from)) throw invalid('bands.from', 'not-a-time', { value: time.from });
  if (!CLOCK.test(time.to)) throw invalid('bands.to', 'not-a-time', { value: time.to });
  if (time.from >= time.to) throw invalid('bands.to', 'too-early', { value: time.to });
}
