import { expect, test } from 'vitest';
import { hoursOf, plateOf } from './plate.ts';

const band = (weekday: number, from: string, to: string, byAppointment = false) => ({
  weekday,
  from,
  to,
  byAppointment,
});
const periods = [
  {
    validFrom: '2026-01-01',
    bands: [
      band(2, '13:30', '17:30'),
      band(2, '08:30', '11:30'),
      band(2, '18:00', '20:00', true),
      band(5, '08:30', '11:30'),
      band(6, '09:30', '16:00'),
    ],
  },
];
const day = (date: string, kind: 'holiday' | 'makeUpWorkday') => ({
  date,
  kind,
  name: '',
  standing: 'assumed',
  version: 1,
});

test('the hours of a weekday in their order, without those by appointment', () => {
  expect(hoursOf('2026-11-24', [], periods).map(({ from }) => from)).toEqual(['08:30', '13:30']);
});

test('a holiday promises nothing, a make-up workday has the hours of a weekday, a Saturday its own', () => {
  expect(hoursOf('2026-11-24', [day('2026-11-24', 'holiday')], periods)).toEqual([]);
  const saturday = '2026-11-28';
  expect(hoursOf(saturday, [day(saturday, 'makeUpWorkday')], periods)).toMatchObject([
    { from: '08:30' },
  ]);
  expect(hoursOf(saturday, [], periods)).toMatchObject([{ from: '09:30' }]);
});

test('a plate names who receives, the first in front; where nobody entered it, who sits at the desk', () => {
  const presence = {
    date: '2026-11-24',
    primary: { id: '1', name: '孙晓梅' },
    backup: { id: '2', name: '李建国' },
    away: [],
    version: 1,
  };
  const facts = {
    place: '云栖居委会',
    date: '2026-11-24',
    aheadMs: 0,
    notice: '请坐',
    practice: false,
  };
  expect(
    plateOf({ ...facts, atDesk: '周婷', presence, hours: hoursOf('2026-11-24', [], periods) }),
  ).toEqual({
    ...facts,
    receivers: ['孙晓梅', '李建国'],
    hours: ['08:30–11:30', '13:30–17:30'],
  });
  expect(plateOf({ ...facts, atDesk: '周婷', presence: undefined, hours: [] }).receivers).toEqual([
    '周婷',
  ]);
});
