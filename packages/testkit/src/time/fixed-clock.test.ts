import { expect, test } from 'vitest';
import { ageOn, plusDays, weekdayOf } from './dates.ts';
import { fixedClock } from './fixed-clock.ts';

test('the clock stands still until it is moved', () => {
  const clock = fixedClock('2026-11-24T14:30:00+08:00');
  expect(clock.now().toISOString()).toBe('2026-11-24T06:30:00.000Z');
  expect(clock.now()).toEqual(clock.now());
  clock.advance(60_000);
  expect(clock.now().toISOString()).toBe('2026-11-24T06:31:00.000Z');
  clock.set('2026-01-01T00:00:00+08:00');
  expect(clock.now().toISOString()).toBe('2025-12-31T16:00:00.000Z');
});

test('a text that is no instant is refused', () => {
  expect(() => fixedClock('昨天')).toThrow('昨天');
});

test('dates: the day after, the weekday, the age', () => {
  expect(plusDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(plusDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(weekdayOf('2026-11-24')).toBe(2);
  expect(weekdayOf('2026-11-29')).toBe(7);
  expect(ageOn('2026-11-24', '1960-11-24')).toBe(66);
  expect(ageOn('2026-11-24', '1960-11-25')).toBe(65);
});
