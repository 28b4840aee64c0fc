import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Refusal } from '../../platform/refusal.ts';
import { checkPresence, covers } from './presence-rules.ts';

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const span = fc
  .tuple(fc.integer({ min: 0, max: 1438 }), fc.integer({ min: 1, max: 1439 }))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from: clock(from), to: clock(to) }));

test('spans cover a time exactly when every minute of it lies in one of them', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), span, (spans, time) => {
      const minutes = Array.from({ length: 1440 }, (_, minute) => clock(minute)).filter(
        (minute) => time.from <= minute && minute < time.to,
      );
      const slow = minutes.every((minute) =>
        spans.some(({ from, to }) => from <= minute && minute < to),
      );
      expect(covers(spans, time)).toBe(slow);
    }),
  );
});

const OPENING = [
  { from: '08:30', to: '11:30', byAppointment: false },
  { from: '13:30', to: '17:30', byAppointment: false },
];
const faults = (entry: Parameters<typeof checkPresence>[0], opening = OPENING): string[] => {
  try {
    checkPresence(entry, new Set(['a', 'b']), opening);
    return [];
  } catch (error) {
    return (error as Refusal).faults.map(({ path, code }) => `${path} ${code}`);
  }
};
const away = (from: string, to: string, staff = 'a') => ({ staff, from, to });

test('a day needs two different people of the committee who are there for part of it', () => {
  expect(faults({ primary: 'a', backup: 'b', away: [] })).toEqual([]);
  expect(faults({ primary: null, backup: null, away: [] })).toEqual([]);
  expect(faults({ primary: 'a', backup: 'a', away: [] })).toEqual(['backup same-person']);
  expect(faults({ primary: 'x', backup: 'y', away: [away('09:00', '10:00', 'z')] })).toEqual([
    'primary unknown-worker',
    'backup unknown-worker',
    'away.0.staff unknown-worker',
  ]);
});

test('away over all opening hours is away all day, also in two pieces around noon', () => {
  const both = [away('08:30', '11:30'), away('13:30', '17:30')];
  expect(faults({ primary: 'a', backup: 'b', away: both })).toEqual(['primary away-all-day']);
  expect(faults({ primary: 'b', backup: 'a', away: [away('08:00', '18:00')] })).toEqual([
    'backup away-all-day',
  ]);
  expect(faults({ primary: 'a', backup: 'b', away: both.slice(1) })).toEqual([]);
  expect(faults({ primary: 'a', backup: 'b', away: [away('08:00', '18:00')] }, [])).toEqual([]);
  expect(faults({ primary: 'a', backup: 'b', away: [away('00:00', '23:59')] }, [])).toEqual([
    'primary away-all-day',
  ]);
});

test('nobody is away twice at the same time', () => {
  const twice = [away('09:00', '11:00'), away('10:00', '12:00')];
  expect(faults({ primary: null, backup: null, away: twice })).toEqual(['away.1.from overlaps']);
  const next = [away('09:00', '10:00'), away('10:00', '12:00'), away('09:00', '12:00', 'b')];
  expect(faults({ primary: null, backup: null, away: next })).toEqual([]);
});
