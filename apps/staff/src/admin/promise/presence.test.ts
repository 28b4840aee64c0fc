import { expect, test } from 'vitest';
import { awayOf, awayToSend, dayWords, saysAs } from './presence.ts';

test('absences are edited as clock times, however they come', () => {
  const staff = { id: 'a', name: '李老师' };
  expect(awayOf({ staff, from: '13:30', to: '17:00' })).toMatchObject({
    from: '13:30',
    to: '17:00',
  });
  expect(
    awayOf({ staff, from: '2026-11-24T05:30:00Z', to: '2026-11-24T17:00:00+08:00' }),
  ).toMatchObject({ staff: 'a', from: '13:30', to: '17:00' });
});

test('a line that names nobody is not sent', () => {
  expect(
    awayToSend([
      { key: '1', staff: null, from: '08:30', to: '11:30' },
      { key: '2', staff: 'a', from: '13:30', to: '17:00' },
    ]),
  ).toEqual([{ staff: 'a', from: '13:30', to: '17:00' }]);
});

const stored = {
  date: '2026-11-24',
  primary: { id: 'a', name: '孙老师' },
  backup: null,
  away: [
    { staff: { id: 'b', name: '李老师' }, from: '09:00', to: '10:00' },
    { staff: { id: 'c', name: '许老师' }, from: '13:30', to: '15:00' },
  ],
  version: 3,
};

test('a form says what is stored until somebody types, be it a line that is not filled yet', () => {
  const entry = { primary: 'a', backup: null, away: stored.away.map(awayOf) };
  expect(saysAs(entry, stored)).toBe(true);
  expect(saysAs({ ...entry, away: entry.away.toReversed() }, stored)).toBe(true);
  expect(saysAs({ ...entry, primary: null }, stored)).toBe(false);
  expect(saysAs({ ...entry, backup: 'b' }, stored)).toBe(false);
  expect(saysAs({ ...entry, away: entry.away.slice(1) }, stored)).toBe(false);
  const unfilled = { key: 'x', staff: null, from: '08:30', to: '11:30' };
  expect(saysAs({ ...entry, away: [...entry.away, unfilled] }, stored)).toBe(false);
});

test('a stored day is told in words', () => {
  expect(dayWords(stored)).toEqual([
    'A角:孙老师',
    'B角:还没有定',
    '李老师 09:00–10:00 不在',
    '许老师 13:30–15:00 不在',
  ]);
});
