import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { calendarText, rowsOf } from '../../tools/make-calendar.ts';
import { Standing } from '../standing.ts';

const Calendar = z.strictObject({
  madeFrom: z.string().regex(/^chinese-days \d+\.\d+\.\d+$/),
  standing: Standing,
  basis: z.string().min(1),
  knownYears: z.array(z.int()).min(1),
  rows: z.array(
    z.strictObject({
      date: z.iso.date(),
      kind: z.enum(['holiday', 'makeUpWorkday']),
      name: z.string().min(1),
    }),
  ),
});

const text = readFileSync(new URL('./calendar.json', import.meta.url), 'utf8');
const { knownYears, rows } = Calendar.parse(JSON.parse(text));

/** The State Council's notices, written down by hand: first and last day of each holiday, then the make-up workdays. */
const notices: Record<number, { holidays: [string, string][]; makeUp: string[] }> = {
  2024: {
    holidays: [
      ['01-01', '01-01'],
      ['02-10', '02-17'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-10', '06-10'],
      ['09-15', '09-17'],
      ['10-01', '10-07'],
    ],
    makeUp: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  2025: {
    holidays: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    makeUp: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  2026: {
    holidays: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    makeUp: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};

const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
const datesOf = (kind: string, year: number) =>
  rows.filter((row) => row.kind === kind && row.date.startsWith(`${year}-`)).map((row) => row.date);

const spread = (year: number, [first, last]: [string, string]) => {
  const dates: string[] = [];
  const end = Date.parse(`${year}-${last}T00:00:00Z`);
  for (let at = Date.parse(`${year}-${first}T00:00:00Z`); at <= end; at += 86_400_000)
    dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
};

test.each(knownYears)('the days of %i are those of the State Council’s notice', (year) => {
  const notice = notices[year]!;
  expect(datesOf('holiday', year)).toEqual(notice.holidays.flatMap((span) => spread(year, span)));
  expect(datesOf('makeUpWorkday', year)).toEqual(notice.makeUp.map((day) => `${year}-${day}`));
});

test('a day has one row, rows run by date, and none lies outside the known years', () => {
  const dates = rows.map((row) => row.date);
  expect(dates).toEqual([...new Set(dates)].sort());
  expect([...new Set(dates.map((date) => Number(date.slice(0, 4))))]).toEqual(knownYears);
});

test('a make-up workday is a Saturday or a Sunday', () => {
  const makeUp = rows.filter((row) => row.kind === 'makeUpWorkday');
  expect(makeUp.filter((row) => ![0, 6].includes(weekdayOf(row.date)))).toEqual([]);
});

test('a year without a notice is refused rather than guessed', () => {
  expect(knownYears).not.toContain(2027);
  expect(() => rowsOf(2027)).toThrow('2027');
});

test('the file is what its script makes', () => {
  expect(text).toBe(calendarText());
});
