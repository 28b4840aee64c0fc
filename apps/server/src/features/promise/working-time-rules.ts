import type { OpeningBand } from '@qzt/domain/promise';
import { weekday, yearOf } from '@qzt/domain/shared';
import { type Fault, Refusal, wrongField } from '../../platform/refusal.ts';
import type { YearEntry } from './calendar.store.ts';

const FRIDAY = 5;

/**
 * What is wrong with a year of the calendar. A make-up workday is a weekend day that is worked: any other day is worked
 * anyway. A year that is complete has holidays, else a forgotten list would count New Year's Day as worked.
 */
function calendarFaults(year: number, { known, days }: YearEntry): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const [index, { date, kind }] of days.entries()) {
    const path = `days.${index}.date`;
    if (yearOf(date) !== year)
      faults.push({ path, code: 'other-year', message: `${date} 不在 ${year} 年里,请检查` });
    else if (seen.has(date))
      faults.push({ path, code: 'twice', message: `${date} 填了两次,请去掉一次` });
    else if (kind === 'makeUpWorkday' && weekday(date) <= FRIDAY)
      faults.push({
        path,
        code: 'not-a-weekend',
        message: `${date} 不是周末,本来就上班,请检查调休日期`,
      });
    seen.add(date);
  }
  if (known && !days.some(({ kind }) => kind === 'holiday'))
    faults.push({
      path: 'days',
      code: 'no-holidays',
      message: '一年不会没有放假,请填好放假日期,或先不勾选“填全了”',
    });
  return faults;
}

/** Errors: `invalid-input` with every fault. */
export function checkCalendar(year: number, entry: YearEntry): void {
  const faults = calendarFaults(year, entry);
  if (faults.length > 0) throw new Refusal('invalid-input', { faults });
}

/** Errors: `invalid-input` for times that end before they begin or overlap, and for a week by appointment only. */
export function checkBands(bands: readonly OpeningBand[]): void {
  for (const [index, band] of bands.entries()) {
    if (band.from >= band.to) throw wrongField(`bands.${index}.to`, '结束要晚于开始', 'too-early');
    const overlaps = bands
      .slice(0, index)
      .some(
        (other) => other.weekday === band.weekday && other.from < band.to && band.from < other.to,
      );
    if (overlaps) throw wrongField(`bands.${index}.from`, '和同一天的另一段时间重叠了', 'overlaps');
  }
  if (bands.every(({ byAppointment }) => byAppointment))
    throw wrongField('bands', '至少要有一段不用预约的时间,期限才有着落', 'no-open-hours');
}
