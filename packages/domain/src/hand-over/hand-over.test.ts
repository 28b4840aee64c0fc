import { expect, test } from 'vitest';
import { openingHours, workCalendar } from '../promise/index.ts';
import { DomainError } from '../shared/index.ts';
import { checkTake, checkWithdraw, holderAt, nextShift } from './index.ts';

const plainWeeks = {
  calendar: workCalendar({ knownYears: [2026], days: [] }),
  hours: openingHours({
    periods: [
      {
        validFrom: '2026-01-01',
        bands: [1, 2, 3, 4, 5].map((weekday) => ({
          weekday,
          from: '08:30',
          to: '17:30',
          byAppointment: false,
        })),
      },
    ],
  }),
};

const given = { fromId: 'sun', toId: 'li', takenBy: null, withdrawn: false };

test('a colleague takes it once, the giver never, whoever it was meant for', () => {
  expect(() => checkTake(given, 'li')).not.toThrow();
  expect(() => checkTake(given, 'zhao')).not.toThrow();
  expect(() => checkTake(given, 'sun')).toThrow(DomainError);
  expect(() => checkTake({ ...given, takenBy: 'li' }, 'zhao')).toThrow(DomainError);
  expect(() => checkTake({ ...given, withdrawn: true }, 'li')).toThrow(DomainError);
});

test('the giver takes it back as long as nobody has it', () => {
  expect(() => checkWithdraw(given, 'sun')).not.toThrow();
  expect(() => checkWithdraw(given, 'li')).toThrow(DomainError);
  expect(() => checkWithdraw({ ...given, takenBy: 'li' }, 'sun')).toThrow(DomainError);
});

test('it holds until the next working day opens', () => {
  expect(nextShift('2026-11-24T17:40:00+08:00', plainWeeks)).toBe('2026-11-25T08:30:00+08:00');
  expect(nextShift('2026-11-27T17:40:00+08:00', plainWeeks)).toBe('2026-11-30T08:30:00+08:00');
});

const one = (fromId: string, takenBy: string, takenAt: string, until: string) => ({
  fromId,
  takenBy,
  takenAt: `2026-11-${takenAt}:00+08:00`,
  until: `2026-11-${until}:00+08:00`,
});
const holder = (list: readonly ReturnType<typeof one>[], at: string) =>
  holderAt(list, 'sun', `2026-11-${at}:00+08:00`)?.takenBy;

test('the newest that was taken and holds says who has the work', () => {
  const list = [
    one('sun', 'li', '23T17:30', '24T08:30'),
    one('sun', 'zhao', '23T18:00', '24T08:30'),
    one('wang', 'qian', '23T18:00', '24T08:30'),
  ];
  expect(holder(list, '23T17:29')).toBeUndefined();
  expect(holder(list, '23T17:40')).toBe('li');
  expect(holder(list, '23T20:00')).toBe('zhao');
  expect(holder(list, '24T08:30')).toBeUndefined();
});

test('whoever took it may hand it on; what leads back to its giver is with the giver', () => {
  const on = [one('sun', 'li', '23T17:30', '24T08:30'), one('li', 'zhao', '23T19:00', '24T08:30')];
  expect(holder(on, '23T18:00')).toBe('li');
  expect(holder(on, '23T20:00')).toBe('zhao');
  const back = [...on, one('zhao', 'sun', '23T21:00', '24T08:30')];
  expect(holder(back, '23T22:00')).toBeUndefined();
});
