import type { Settled } from '@qzt/domain/promise';
import { newId } from '../../platform/random.ts';
import type { Work } from '../../platform/transact.ts';

export interface Owed {
  readonly committeeId: string;
  readonly caseId: string;
  readonly kind: string;
  readonly ownerId: string;
  readonly dueAt: string;
  readonly wakeAt: string | null;
  readonly paused: boolean;
}

// The steps of the ladder are counted from when the promise was made, so that time is ours and not the database's.
const INSERT =
  'insert into promise (committee_id, id, case_id, kind, owner_id, due_at, wake_at, state, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)';

/** What a case owes from now on. */
export function owe(work: Work, owed: Owed): void {
  work.tx.write(INSERT, [
    owed.committeeId,
    newId(),
    owed.caseId,
    owed.kind,
    owed.ownerId,
    owed.dueAt,
    owed.wakeAt,
    owed.paused ? 'paused' : 'open',
    work.now,
  ]);
}

/** Writes down what became of what a case owed until now. */
export function settle(work: Work, committeeId: string, caseId: string, as: Settled): void {
  work.tx.write(
    `update promise set wake_at = null, version = version + 1, state = $3
     where committee_id = $1 and case_id = $2 and state in ('open', 'paused')`,
    [committeeId, caseId, as],
  );
}
