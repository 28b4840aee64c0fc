import { expect, test } from 'vitest';
import { ALARM_DEFAULTS, alarmClimbs, alarmLadder } from './alarm-ladder.ts';

const since = '2026-11-28T23:58:00+08:00';

test('an alarm climbs in real minutes, over midnight and in quiet hours', () => {
  expect(alarmLadder({ since, confidential: false })).toEqual([
    { step: 1, at: '2026-11-29T00:03:00+08:00', to: ['standIn', 'head'] },
    { step: 2, at: '2026-11-29T00:13:00+08:00', to: ['head', 'subdistrict'] },
  ]);
});

test('of a confidential case no colleague is woken', () => {
  const [first] = alarmLadder({ since, confidential: true });
  expect(first.to).toEqual(['head']);
});

test('it climbs until its last step and then no more', () => {
  expect(alarmClimbs(since, '2026-11-29T00:12:59+08:00')).toBe(true);
  expect(alarmClimbs(since, '2026-11-29T00:13:00+08:00')).toBe(false);
});

test('it runs on the minutes that the parameters say', () => {
  expect(ALARM_DEFAULTS).toEqual({ firstCallMinutes: 5, subdistrictMinutes: 15 });
  const [first] = alarmLadder(
    { since, confidential: false },
    { firstCallMinutes: 2, subdistrictMinutes: 9 },
  );
  expect(first.at).toBe('2026-11-29T00:00:00+08:00');
});
