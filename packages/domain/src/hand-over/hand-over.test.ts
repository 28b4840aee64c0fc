import { expect, test } from 'vitest';
import { openingHours, workCalendar } from '../promise/index.ts';
import { DomainError } from '../shared/index.ts';
import { checkTake, checkWithdraw, nextShift, takerAt } from './index.ts';

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

test('the newest that was taken and holds says who has the work', () => {
  const one = (takenBy: string, takenAt: string, until: string) => ({ takenBy, takenAt, until });
  const list = [
    one('li', '2026-11-23T17:30:00+08:00', '2026-11-24T08:30:00+08:00'),
    one('zhao', '2026-11-23T18:00:00+08:00', '2026-11-24T08:30:00+08:00'),
  ];
  expect(takerAt(list, '2026-11-23T17:40:00+08:00')?.takenBy).toBe('li');
  expect(takerAt(list, '2026-11-23T20:00:00+08:00')?.takenBy).toBe('zhao');
  expect(takerAt(list, '2026-11-24T08:30:00+08:00')).toBeUndefined();
});
