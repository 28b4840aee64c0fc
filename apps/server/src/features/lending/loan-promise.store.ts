import { newId } from '../../platform/random.ts';
import type { Work } from '../../platform/transact.ts';

/** A loan whose time to say a kind word has come. */
export interface DueLoan {
  readonly promiseId: string;
  readonly loanId: string;
  /** Words that were said. */
  readonly step: number;
  readonly version: number;
}

/** The promise of a loan: whoever lent it sees to it that it comes back. */
export function oweLoan(
  work: Work,
  committeeId: string,
  loanId: string,
  ownerId: string,
  due: { readonly at: string; readonly wakeAt: string },
): void {
  work.tx.write(
    `insert into promise (committee_id, id, loan_id, kind, owner_id, due_at, wake_at, state, created_at)
     values ($1, $2, $3, 'loan', $4, $5, $6, 'open', $7)`,
    [committeeId, newId(), loanId, ownerId, due.at, due.wakeAt, work.now],
  );
}

/** The loan has ended, or is due otherwise: the resident's lateness is nobody's broken promise. */
export function settleLoan(
  work: Work,
  committeeId: string,
  loanId: string,
  outcome: 'kept' | 'dropped',
): void {
  work.tx.write(
    `update promise set state = $3, wake_at = null, version = version + 1
     where committee_id = $1 and loan_id = $2 and state = 'open'`,
    [committeeId, loanId, outcome],
  );
}

/** Loans of a committee to be reminded of, longest due first. */
export const loansToWake = async (
  work: Work,
  committeeId: string,
  limit: number,
): Promise<string[]> => {
  const rows = await work.tx.read<{ id: string }>(
    `select id from promise
     where committee_id = $1 and loan_id is not null and state = 'open' and wake_at <= $2 order by wake_at limit $3`,
    [committeeId, work.now, limit],
  );
  return rows.map(({ id }) => id);
};

/** Takes one in hand as long as the transaction lasts; undefined when it is no longer due or another worker has it. */
export async function claimLoan(
  work: Work,
  committeeId: string,
  id: string,
): Promise<DueLoan | undefined> {
  const [due] = await work.tx.read<DueLoan>(
    `select id as "promiseId", loan_id as "loanId", step, version from promise
     where committee_id = $1 and id = $2 and state = 'open' and wake_at <= $3 for update skip locked`,
    [committeeId, id, work.now],
  );
  return due;
}

/** Writes down that a word was said and when the next one is (null: no more). */
export function moveLoanOn(
  work: Work,
  committeeId: string,
  due: DueLoan,
  wakeAt: string | null,
): void {
  work.tx.write(
    `with moved as (
       update promise set step = step + 1, wake_at = $4, failures = 0, version = version + 1
       where committee_id = $1 and id = $2 and version = $3 and state = 'open' returning 1)
     select expect_one((select count(*) from moved), 'promise-moved')`,
    [committeeId, due.promiseId, due.version, wakeAt],
  );
}

/** Puts a message about a loan into the outbox. */
export function postAboutLoan(
  work: Work,
  committeeId: string,
  loanId: string,
  recipient: { readonly kind: 'visitor' | 'staff'; readonly id: string | null },
  template: string,
  sendAfter: string,
): void {
  work.tx.write(
    `insert into message (committee_id, id, loan_id, recipient_kind, recipient_id, template, channel, send_after, state)
     values ($1, $2, $3, $4, $5, $6, 'console', $7, 'waiting')`,
    [committeeId, newId(), loanId, recipient.kind, recipient.id, template, sendAfter],
  );
}
