import { expect, test } from 'vitest';
import { hoursTold, openingHours } from './index.ts';

const band = (weekday: number, from: string, to: string, byAppointment = false) => ({
  weekday,
  from,
  to,
  byAppointment,
});
const told = (bands: ReturnType<typeof band>[]) =>
  hoursTold(openingHours({ periods: [{ validFrom: '2026-01-01', bands }] }), '2026-11-24');

test('days with the same times are told together, closed days and appointments not at all', () => {
  const plain = [1, 2, 3, 4, 5].flatMap((day) => [
    band(day, '13:30', '17:30'),
    band(day, '08:30', '11:30'),
  ]);
  expect(told(plain)).toBe('周一至周五 08:30–11:30、13:30–17:30');
  expect(told([...plain, band(6, '09:00', '11:00'), band(7, '09:00', '11:00', true)])).toBe(
    '周一至周五 08:30–11:30、13:30–17:30;周六 09:00–11:00',
  );
});

test('a day between two alike is no part of them', () => {
  expect(told([band(1, '09:00', '11:00'), band(3, '09:00', '11:00')])).toBe(
    '周一 09:00–11:00;周三 09:00–11:00',
  );
});

test('without hours nothing is said', () => {
  expect(told([])).toBeNull();
  expect(told([band(2, '09:00', '11:00', true)])).toBeNull();
});
