import { expect, test } from 'vitest';
import { bandsOf, sameWeek, weekFault } from './bands.ts';

const band = (weekday: number, from: string, to: string) => ({
  weekday,
  from,
  to,
  byAppointment: false,
});

test('a day’s bands come in their order', () => {
  const bands = [band(1, '13:30', '17:30'), band(2, '08:30', '11:30'), band(1, '08:30', '11:30')];
  expect(bandsOf(bands, 1).map((b) => b.from)).toEqual(['08:30', '13:30']);
});

test('bands may touch, must not overlap and must end after they begin', () => {
  expect(weekFault([band(1, '08:30', '11:30'), band(1, '11:30', '13:30')])).toBeNull();
  expect(weekFault([band(1, '08:30', '11:31'), band(1, '11:30', '13:30')])).toContain('周一');
  expect(weekFault([band(7, '11:30', '11:30')])).toContain('周日');
  expect(weekFault([band(3, '', '11:30')])).toContain('周三');
});

test('a week is the same in another order, and another week by one minute, one day or one band', () => {
  const week = [band(1, '08:30', '11:30'), band(2, '08:30', '11:30')];
  expect(sameWeek(week, week.toReversed())).toBe(true);
  expect(sameWeek(week, week.slice(1))).toBe(false);
  for (const other of [band(1, '08:30', '11:31'), band(3, '08:30', '11:30')])
    expect(sameWeek(week, [week[1]!, other])).toBe(false);
  expect(sameWeek(week, [week[1]!, { ...week[0]!, byAppointment: true }])).toBe(false);
});
