import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay, dayNumber, formatOffset } from '../shared/index.ts';
import { type CalendarRow, dueAt, openingHours, workCalendar, workingDaysBegun } from './index.ts';

/*
 * Working time against a slow and obvious model: one line per day, and for pauses one per minute. The model knows
 * nothing of the code beside it; it reads the same random calendar and hours.
 */

const START = dayNumber('2026-11-01');

const world = fc.record({
  /** 2026 is known or not, 2027 is known or not. */
  known: fc.subarray([2026, 2027]),
  special: fc.array(
    fc.record({
      day: fc.integer({ min: START, max: START + 110 }),
      kind: fc.constantFrom<CalendarRow['kind']>('holiday', 'makeUpWorkday'),
    }),
    { maxLength: 25 },
  ),
  closing: fc.array(fc.constantFrom('11:30', '17:30', '18:30', null), {
    minLength: 7,
    maxLength: 7,
  }),
  closedDays: fc.array(fc.integer({ min: START, max: START + 110 }), { maxLength: 6 }),
});
type World = typeof world extends fc.Arbitrary<infer W> ? W : never;

function build({ known, special, closing, closedDays }: World) {
  const days = new Map(special.map(({ day, kind }) => [dateOfDay(day), kind]));
  const bands = closing.flatMap((to, index) =>
    to === null ? [] : [{ weekday: index + 1, from: '08:30', to, byAppointment: false }],
  );
  return {
    days,
    calendar: workCalendar({
      knownYears: known,
      days: [...days].map(([date, kind]) => ({ date, kind })),
    }),
    hours: openingHours({
      periods: [{ validFrom: '2026-01-01', bands }],
      exceptions: closedDays.map((day) => ({ date: dateOfDay(day), times: [] })),
    }),
  };
}

/** Sunday is 0, as in JavaScript. */
function modelWorks(input: World, days: ReadonlyMap<string, string>, date: string): boolean {
  const plain = ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
  if (!input.known.includes(Number(date.slice(0, 4)))) return plain;
  if (days.get(date) === 'holiday') return false;
  if (days.get(date) === 'makeUpWorkday') return true;
  return plain;
}

function modelClosing(input: World, date: string): string | null {
  if (input.closedDays.some((day) => dateOfDay(day) === date)) return null;
  const sunday = new Date(`${date}T00:00:00Z`).getUTCDay();
  // A worked Saturday or Sunday has Friday's hours.
  const index = sunday === 0 || sunday === 6 ? 4 : sunday - 1;
  return input.closing[index] ?? null;
}

function modelDue(input: World, days: ReadonlyMap<string, string>, from: string, limit: number) {
  const years = new Set<number>();
  const calendarOf: string[] = [];
  for (let day = dayNumber(from); calendarOf.length < limit + 60; day += 1) {
    calendarOf.push(dateOfDay(day));
    if (calendarOf.length > 400) break;
  }
  const see = (date: string) => {
    const year = Number(date.slice(0, 4));
    if (!input.known.includes(year)) years.add(year);
  };
  let index = 0;
  see(from);
  let counted = 0;
  while (counted < limit || !modelWorks(input, days, calendarOf[index]!)) {
    index += 1;
    see(calendarOf[index]!);
    if (modelWorks(input, days, calendarOf[index]!)) counted += 1;
  }
  const wanted = calendarOf[index]!;
  // Without hours: the next working day that has them; nobody is closed for a month.
  for (let tries = 0; tries < 31; tries += 1) {
    const closing = modelClosing(input, calendarOf[index]!);
    if (closing !== null) return { date: calendarOf[index]!, closing, years };
    do {
      index += 1;
      see(calendarOf[index]!);
    } while (!modelWorks(input, days, calendarOf[index]!));
  }
  return { date: wanted, closing: '17:30', years };
}

test('a due time is that of the day-by-day model', () => {
  fc.assert(
    fc.property(
      world,
      fc.integer({ min: START, max: START + 60 }),
      fc.integer({ min: 0, max: 86_399 }),
      fc.integer({ min: 0, max: 30 }),
      (input, day, second, limit) => {
        const { days, calendar, hours } = build(input);
        const from = formatOffset(Date.parse(`${dateOfDay(day)}T00:00:00+08:00`) + second * 1000);
        const model = modelDue(input, days, dateOfDay(day), limit);
        const due = dueAt({ calendar, hours, from, workingDays: limit });
        expect(due.at).toBe(`${model.date}T${model.closing}:00+08:00`);
        expect(due.uncertain?.years ?? []).toEqual([...model.years].sort());
      },
    ),
    { numRuns: 400 },
  );
});

test('a pause is worth the midnights of working days in it, counted minute by minute', () => {
  const minute = fc.integer({ min: 0, max: 12 * 1440 });
  fc.assert(
    fc.property(world, minute, minute, (input, one, two) => {
      const { days, calendar } = build(input);
      const base = Date.parse('2026-12-25T00:00:00+08:00');
      const since = base + Math.min(one, two) * 60_000;
      const until = base + Math.max(one, two) * 60_000;
      let worth = 0;
      for (let now = since; now < until; now += 60_000) {
        const local = new Date(now + 8 * 3_600_000).toISOString();
        if (local.slice(11, 16) !== '00:00') continue;
        if (modelWorks(input, days, local.slice(0, 10))) worth += 1;
      }
      expect(workingDaysBegun(formatOffset(since), formatOffset(until), calendar).days).toBe(worth);
    }),
    { numRuns: 100 },
  );
});
