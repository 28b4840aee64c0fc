import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openingHours, workCalendar } from '../promise/index.ts';
import { DomainError } from '../shared/index.ts';
import {
  type Loan,
  type LoanStep,
  loanDue,
  loanInWords,
  loanReminders,
  type Thing,
  takeLoanStep,
} from './index.ts';

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

const NOW = '2026-11-24T10:00:00+08:00';
const lent = (count: number): Loan => ({
  state: 'out',
  count,
  returned: 0,
  dueAt: '2026-11-27T17:30:00+08:00',
});

test('a loan ends when all of it is back, and then nothing more happens to it', () => {
  const some = takeLoanStep(lent(3), { type: 'return', count: 2 }, NOW);
  expect(some).toMatchObject({ state: 'out', returned: 2 });
  const all = takeLoanStep(some, { type: 'return', count: 1 }, NOW);
  expect(all).toMatchObject({ state: 'returned', returned: 3 });
  for (const step of [{ type: 'return', count: 1 }, { type: 'writeOff' }] as const)
    expect(() => takeLoanStep(all, step, NOW)).toThrow(DomainError);
});

test('more than is out cannot come back, and a time is moved forward only', () => {
  for (const count of [0, 4, 1.5, -1])
    expect(() => takeLoanStep(lent(3), { type: 'return', count }, NOW)).toThrow(DomainError);
  expect(() => takeLoanStep(lent(1), { type: 'extend', dueAt: NOW }, NOW)).toThrow(DomainError);
  const later = '2026-12-01T17:30:00+08:00';
  expect(takeLoanStep(lent(1), { type: 'extend', dueAt: later }, NOW).dueAt).toBe(later);
});

test('whatever happens, never more comes back than went out', () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({ type: fc.constant('return' as const), count: fc.integer({ min: -1, max: 5 }) }),
      fc.constant<LoanStep>({ type: 'extend', dueAt: '2026-12-24T17:30:00+08:00' }),
      fc.constant<LoanStep>({ type: 'writeOff' }),
    ),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), steps, (count, taken) => {
      let loan = lent(count);
      for (const step of taken) {
        try {
          loan = takeLoanStep(loan, step, NOW);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
        }
        expect(loan.returned).toBeLessThanOrEqual(loan.count);
        if (loan.state === 'returned') expect(loan.returned).toBe(loan.count);
      }
    }),
  );
});

test('a thing is due when a working day ends; both words come in daytime, the borrower first', () => {
  const due = loanDue(NOW, 1, plainWeeks);
  expect(due).toBe('2026-11-25T17:30:00+08:00');
  expect(loanDue(NOW, undefined, plainWeeks)).toBe('2026-11-27T17:30:00+08:00');
  expect(loanReminders(due, plainWeeks)).toEqual([
    { to: 'borrower', at: '2026-11-25T17:30:00+08:00' },
    { to: 'lender', at: '2026-11-26T17:30:00+08:00' },
  ]);
});

const umbrella: Thing = { code: 'umbrella', name: '雨伞', alsoCalled: ['伞'], workingDays: 1 };
const chair: Thing = { code: 'wheelchair', name: '轮椅', alsoCalled: ['轮椅车'], workingDays: 5 };
const things = [umbrella, chair];

test.each([
  ['借伞', 'umbrella', 1],
  ['借两把雨伞', 'umbrella', 2],
  ['想借 轮椅车 用三天', 'wheelchair', 1],
  ['借10把伞', 'umbrella', 10],
  ['借梯子', undefined, 1],
])('%s asks to borrow', (words, code, count) => {
  const found = loanInWords(words, things);
  expect(found?.thing?.code).toBe(code);
  expect(found?.count).toBe(count);
});

test.each(['借钱给邻居不还', '租房合同', '伞坏了', '孕妇联系单', '房租怎么补贴', '', '借条怎么写'])(
  '%s borrows nothing',
  (words) => {
    expect(loanInWords(words, things)).toBeUndefined();
  },
);
