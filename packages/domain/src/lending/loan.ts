import { DomainError, type InstantText, invalid, millisecondsOf } from '../shared/index.ts';

export const LOAN_STATES = ['out', 'returned', 'writtenOff'] as const;
export type LoanState = (typeof LOAN_STATES)[number];

export const LOAN_STATE_LABELS: Readonly<Record<LoanState, string>> = {
  out: '借出未还',
  returned: '已还',
  writtenOff: '不再追',
};

/** Where a loan stands: how many were lent, how many came back, until when. */
export interface Loan {
  readonly state: LoanState;
  readonly count: number;
  readonly returned: number;
  readonly dueAt: InstantText;
}

/**
 * What may happen to a loan: some or all of it comes back, the time is moved, or nobody waits for it any more. There is
 * no step that asks for money: a deposit is never compulsory.
 */
export type LoanStep =
  | { readonly type: 'return'; readonly count: number }
  | { readonly type: 'extend'; readonly dueAt: InstantText }
  | { readonly type: 'writeOff' };

/**
 * A loan after one more step. It ends when everything is back.
 *
 * @throws DomainError transition-not-allowed (it has ended), invalid-input (`count`, `until`)
 */
export function takeLoanStep(loan: Loan, step: LoanStep, now: InstantText): Loan {
  if (loan.state !== 'out')
    throw new DomainError('transition-not-allowed', { type: step.type, state: loan.state });
  switch (step.type) {
    case 'return': {
      const left = loan.count - loan.returned;
      if (!Number.isInteger(step.count) || step.count < 1 || step.count > left)
        throw invalid('count', 'more-than-out', { most: left });
      const returned = loan.returned + step.count;
      return { ...loan, returned, state: returned === loan.count ? 'returned' : 'out' };
    }
    case 'extend':
      if (millisecondsOf(step.dueAt) <= millisecondsOf(now)) throw invalid('until', 'too-early');
      return { ...loan, dueAt: step.dueAt };
    case 'writeOff':
      return { ...loan, state: 'writtenOff' };
  }
}
