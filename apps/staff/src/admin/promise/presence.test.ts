import { expect, test } from 'vitest';
import { awayOf, awayToSend } from './presence.ts';

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
