import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  DomainError,
  dateOfDay,
  dayNumber,
  formatOffset,
  instantAt,
  localClock,
  localDate,
  weekday,
} from './index.ts';

test('an instant travels with the offset of Shanghai, to the second', () => {
  expect(formatOffset('2026-11-24T06:30:00Z')).toBe('2026-11-24T14:30:00+08:00');
  expect(formatOffset('2026-11-24T14:30:00.987+08:00')).toBe('2026-11-24T14:30:00+08:00');
  expect(formatOffset(Date.parse('2026-12-31T17:00:00Z'))).toBe('2027-01-01T01:00:00+08:00');
});

test('the local date and clock are those of Shanghai, also where UTC has another day', () => {
  expect(localDate('2026-11-24T16:30:00Z')).toBe('2026-11-25');
  expect(localClock('2026-11-24T16:30:59Z')).toBe('00:30');
  expect(instantAt('2026-11-25', '00:30')).toBe('2026-11-25T00:30:00+08:00');
});

test.each(['', '2026-11-24', '2026-02-30T10:00:00+08:00', 'gestern', '2026-11-24T10:00:00'])(
  '%j is no instant',
  (text) => {
    expect(() => formatOffset(text)).toThrow(DomainError);
  },
);

test.each(['2026-02-30', '2026-13-01', '2026-1-1', '20261124', ''])('%j is no date', (text) => {
  expect(() => dayNumber(text)).toThrow(DomainError);
  expect(() => addDays(text, 1)).toThrow(DomainError);
});

test('a day number and its date name each other, and weekdays follow in sevens', () => {
  expect(weekday('2026-11-24')).toBe(2);
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 60_000 }), (day) => {
      const date = dateOfDay(day);
      expect(dayNumber(date)).toBe(day);
      const sunday = new Date(`${date}T12:00:00Z`).getUTCDay();
      expect(weekday(date)).toBe(sunday === 0 ? 7 : sunday);
    }),
  );
});
