import { expect, test } from 'vitest';
import { addDays, dayText, localMoment, momentText, nearText } from './moment.ts';

const now = new Date('2026-11-24T06:30:00Z');

test('an instant is read in Shanghai, whatever offset it was written with', () => {
  expect(localMoment('2026-11-24T23:59:00Z')).toEqual({ date: '2026-11-25', time: '07:59' });
  expect(localMoment('2026-11-24T16:00:00Z')).toEqual({ date: '2026-11-25', time: '00:00' });
});

test('dates read like 11月24日 周二 14:30, with the year only where it is another one', () => {
  expect(momentText('2026-11-24T14:30:00+08:00', now)).toBe('11月24日 周二 14:30');
  expect(dayText('2026-11-29', now)).toBe('11月29日 周日');
  expect(dayText('2027-01-04', now)).toBe('2027年1月4日 周一');
});

test('near times are said as today, tomorrow, yesterday', () => {
  expect(nearText('2026-11-24T16:00:00+08:00', now)).toBe('今天 16:00');
  expect(nearText('2026-11-25T16:00:00+08:00', now)).toBe('明天 16:00');
  expect(nearText('2026-11-23T16:00:00+08:00', now)).toBe('昨天 16:00');
  expect(nearText('2026-11-26T16:00:00+08:00', now)).toBe('11月26日 周四 16:00');
});

test('adding days crosses months and leap days', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});
