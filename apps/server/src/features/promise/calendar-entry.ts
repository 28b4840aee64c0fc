import type { CalendarDay, CalendarYearView } from '@qzt/contract/promise';
import type { YearEntry } from './calendar.store.ts';

const sameDay = (a: YearEntry['days'][number], b: YearEntry['days'][number]): boolean =>
  a.date === b.date && a.kind === b.kind && a.name === b.name;

/** Whether a year stands as an entry says it, whatever the order of the days. */
export const yearStandsAs = (year: CalendarYearView, { known, basis, days }: YearEntry): boolean =>
  year.known === known &&
  year.basis === basis &&
  year.days.length === days.length &&
  days.every((day) => year.days.some((stood) => sameDay(stood, day)));

/**
 * A year after an entry. A day that stays as it was keeps its standing; what an administrator enters is never shown as
 * a rule of the state, whatever basis is named for it.
 */
export function yearAfter(before: CalendarYearView, entry: YearEntry): CalendarYearView {
  const days = entry.days.map((day): CalendarDay => {
    const stood = before.days.find(({ date }) => date === day.date);
    if (stood && sameDay(stood, day)) return stood;
    return { ...day, standing: 'assumed', version: (stood?.version ?? 0) + 1 };
  });
  days.sort((a, b) => (a.date < b.date ? -1 : 1));
  const { known, basis } = entry;
  return { year: before.year, known, basis, days, version: before.version + 1 };
}
