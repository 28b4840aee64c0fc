import { expect, test } from 'vitest';
import { DomainError } from '../shared/index.ts';
import { calendar2026, time2026, weekdayHours } from './example-time.ts';
import {
  acceptBy,
  addWorkingDays,
  dueAt,
  openingHours,
  silenceUntil,
  workingDaysBegun,
} from './index.ts';

const due = (from: string, workingDays: number) => dueAt({ ...time2026, from, workingDays });

test('the day of the event is day 0 whatever its hour', () => {
  for (const clock of ['00:00', '09:00', '17:31', '23:59']) {
    expect(due(`2026-11-24T${clock}:00+08:00`, 1)).toEqual({ at: '2026-11-25T17:30:00+08:00' });
  }
});

test('a limit of 0 days is due at the closing of the same day, from a rest day on the next working day', () => {
  expect(due('2026-11-24T09:00:00+08:00', 0).at).toBe('2026-11-24T17:30:00+08:00');
  expect(due('2026-11-24T19:00:00+08:00', 0).at).toBe('2026-11-24T17:30:00+08:00');
  expect(due('2026-11-28T09:00:00+08:00', 0).at).toBe('2026-11-30T17:30:00+08:00');
});

test('holidays do not count, make-up workdays do, with the hours of a weekday', () => {
  expect(due('2026-09-30T10:00:00+08:00', 1).at).toBe('2026-10-08T17:30:00+08:00');
  expect(due('2026-02-13T10:00:00+08:00', 1).at).toBe('2026-02-14T17:30:00+08:00');
  expect(due('2026-10-09T10:00:00+08:00', 1).at).toBe('2026-10-10T17:30:00+08:00');
});

test('a year without data is flagged and estimated by plain weekdays, its weekends included', () => {
  expect(calendar2026.dayKind('2027-01-02')).toBe('unknown');
  expect(due('2026-12-31T10:00:00+08:00', 1)).toEqual({
    at: '2027-01-01T17:30:00+08:00',
    uncertain: { years: [2027] },
  });
  expect(due('2026-12-30T10:00:00+08:00', 1)).toEqual({ at: '2026-12-31T17:30:00+08:00' });
});

test('hours by appointment are no opening hours; the last opening hour ends the day', () => {
  const late = openingHours({
    periods: [
      {
        validFrom: '2026-01-01',
        bands: [
          { weekday: 3, from: '17:30', to: '18:30', byAppointment: false },
          { weekday: 3, from: '08:30', to: '11:30', byAppointment: false },
          { weekday: 3, from: '18:30', to: '20:00', byAppointment: true },
        ],
      },
    ],
  });
  expect(
    dueAt({
      calendar: calendar2026,
      hours: late,
      from: '2026-11-24T10:00:00+08:00',
      workingDays: 1,
    }).at,
  ).toBe('2026-11-25T18:30:00+08:00');
});

test('a working day without hours counts, but what is due on it falls to the next one that has hours', () => {
  const closed = openingHours({
    periods: [{ validFrom: '2026-01-01', bands: [...[1, 2, 3, 4, 5].map(band)] }],
    exceptions: [{ date: '2026-11-25', times: [] }],
  });
  const at = (workingDays: number) =>
    dueAt({ calendar: calendar2026, hours: closed, from: '2026-11-24T10:00:00+08:00', workingDays })
      .at;
  expect(at(1)).toBe('2026-11-26T16:00:00+08:00');
  expect(at(2)).toBe('2026-11-26T16:00:00+08:00');
});

test('hours change on the day from which they hold, and an office without hours closes at the default', () => {
  const hours = openingHours({
    periods: [
      {
        validFrom: '2026-12-01',
        bands: [1, 2, 3, 4, 5].map((day) => ({ ...band(day), to: '18:00' })),
      },
      { validFrom: '2026-01-01', validTo: '2026-11-30', bands: [1, 2, 3, 4, 5].map(band) },
    ],
  });
  const at = (from: string) => dueAt({ calendar: calendar2026, hours, from, workingDays: 0 }).at;
  expect(at('2026-11-27T10:00:00+08:00')).toBe('2026-11-27T16:00:00+08:00');
  expect(at('2026-11-30T10:00:00+08:00')).toBe('2026-12-01T18:00:00+08:00');
  const none = openingHours({ periods: [] });
  expect(
    dueAt({
      calendar: calendar2026,
      hours: none,
      from: '2026-11-24T10:00:00+08:00',
      workingDays: 1,
    }).at,
  ).toBe('2026-11-25T17:30:00+08:00');
});

function band(weekday: number) {
  return { weekday, from: '09:00', to: '16:00', byAppointment: false };
}

test('a pause is worth the working days that began while it lasted', () => {
  const worth = (since: string, until: string) =>
    workingDaysBegun(`2026-11-${since}+08:00`, `2026-11-${until}+08:00`, calendar2026).days;
  expect(worth('24T10:00:00', '24T17:00:00')).toBe(0);
  expect(worth('24T10:00:00', '25T09:00:00')).toBe(1);
  expect(worth('27T10:00:00', '30T00:00:00')).toBe(0);
  expect(worth('27T10:00:00', '30T00:00:01')).toBe(1);
  expect(worth('24T00:00:00', '24T09:00:00')).toBe(1);
  expect(worth('25T10:00:00', '24T10:00:00')).toBe(0);
});

test('accept within one working day; silence is waited out for five', () => {
  expect(acceptBy('2026-11-27T15:00:00+08:00', time2026).at).toBe('2026-11-30T17:30:00+08:00');
  expect(silenceUntil('2026-11-24T15:00:00+08:00', time2026).at).toBe('2026-12-01T17:30:00+08:00');
});

test('what cannot be counted is refused', () => {
  expect(() => addWorkingDays('2026-11-24', -1, calendar2026)).toThrow(DomainError);
  expect(() => addWorkingDays('2026-11-24', 1.5, calendar2026)).toThrow(DomainError);
  expect(() => addWorkingDays('2026-02-30', 1, calendar2026)).toThrow(DomainError);
  expect(() => addWorkingDays('2026-11-24', 1, { dayKind: () => 'rest' })).toThrow(DomainError);
  expect(() =>
    openingHours({ periods: [{ validFrom: '2026-01-01', bands: [{ ...band(1), to: '08:00' }] }] }),
  ).toThrow(DomainError);
  expect(() =>
    openingHours({ periods: [{ validFrom: '2026-01-01', bands: [{ ...band(8) }] }] }),
  ).toThrow(DomainError);
  expect(weekdayHours.on('2026-11-28')).toEqual([]);
});
