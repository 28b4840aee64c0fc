import type { AnswerOf } from '@qzt/contract';
import type { LoanView, lendingEndpoints } from '@qzt/contract/lending';
import type { Actor } from '../../platform/actor.ts';
import { type Position, pageOf } from '../../platform/page.ts';
import { permit } from '../../platform/permit.ts';
import { notFound } from '../../platform/refusal.ts';
import { type Ground, transact, type Work } from '../../platform/transact.ts';
import {
  countLoans,
  findLoan,
  loansOut,
  loansWithin,
  newestLoans,
  type StoredLoan,
} from './loan.store.ts';
import { stepsOf } from './loan-step.store.ts';
import { borrowerOf, loanLine, loanView, thingNameOf } from './loan-view.ts';
import { things } from './things.ts';

interface Query {
  readonly state: 'out' | 'all';
  readonly limit: number;
  readonly after: Position | undefined;
}

const positionOf =
  (state: Query['state']) =>
  (loan: StoredLoan): Position => ({
    at: (state === 'out' ? loan.due_at : loan.lent_at).toISOString(),
    id: loan.id,
  });

/** What is lent, a page at a time, with the figures of the whole list. Errors: `not-permitted`. */
export async function listLoans(
  ground: Ground,
  actor: Actor,
  { state, limit, after }: Query,
): Promise<AnswerOf<typeof lendingEndpoints.listLoans>> {
  permit(actor, 'loan.read');
  const all = await things();
  return transact(ground, actor, '查看借还', async (work) => {
    const read = state === 'out' ? loansOut : newestLoans;
    const [rows, counted] = await Promise.all([
      read(work, { limit: limit + 1, after }),
      countLoans(work, state),
    ]);
    work.audit({
      action: 'loan.list',
      subject: 'loan',
      facts: { found: Math.min(rows.length, limit) },
    });
    const page = pageOf(rows, limit, positionOf(state));
    return {
      ...counted,
      items: page.items.map((loan) => loanLine(loan, all, work.now)),
      nextCursor: page.nextCursor,
    };
  });
}

/** One loan with the borrower's full name and number; the log says who looked. Errors: `not-permitted`, `not-found`. */
export async function readLoan(ground: Ground, actor: Actor, id: string): Promise<LoanView> {
  permit(actor, 'loan.read');
  const all = await things();
  return transact(ground, actor, '查看借出给谁', async (work) => {
    const loan = await findLoan(work, id);
    if (loan === undefined) throw notFound('没有找到这次借出');
    const steps = await stepsOf(work, loan.committee_id, id, loan.key);
    const committeeId = loan.committee_id;
    work.audit({ action: 'loan.read', subject: 'loan', subjectId: id, committeeId });
    return loanView(loan, steps, all, work.now);
  });
}

/** A line of the lending register: everything of it, names in full. Whoever shows it decides what to mask. */
export interface LendingRow {
  readonly id: string;
  readonly committeeId: string;
  readonly residentId: string | null;
  readonly thing: string;
  readonly count: number;
  readonly returned: number;
  readonly state: StoredLoan['state'];
  readonly lentById: string;
  readonly lentBy: string;
  readonly lentAt: Date;
  readonly dueAt: Date;
  readonly closedAt: Date | null;
  readonly borrower: { readonly name: string | null; readonly phone: string | null };
  readonly door: string | null;
  readonly confidential: boolean;
}

/**
 * The loans made within a time (half-open), oldest first, for the lending register. It runs inside the caller's
 * transaction, whose scope says which committees, and whose purpose the log names.
 */
export async function lendingRegister(
  work: Work,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<LendingRow[]> {
  const [rows, all] = await Promise.all([loansWithin(work, from, until), things()]);
  return rows.map((loan) => ({
    id: loan.id,
    committeeId: loan.committee_id,
    residentId: loan.resident_id,
    thing: thingNameOf(loan, all),
    count: loan.count,
    returned: loan.returned,
    state: loan.state,
    lentById: loan.lent_by,
    lentBy: loan.lent_by_name,
    lentAt: loan.lent_at,
    dueAt: loan.due_at,
    closedAt: loan.closed_at,
    borrower: borrowerOf(loan),
    door: loan.door,
    confidential: loan.confidential,
  }));
}
