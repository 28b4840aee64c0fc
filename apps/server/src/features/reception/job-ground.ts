import type { Logger } from '../../platform/log.ts';
import type { Gateway, OutgoingMessage } from '../../platform/notify/index.ts';
import type { Pool } from '../../platform/pool.ts';
import type { Work } from '../../platform/transact.ts';
import type { CaseGround } from './case-ground.ts';
import type { Waiting } from './outbox.store.ts';

/** The text and address of a message about a loan, or the code of why nobody needs it any more: a port of the outbox. */
export type LoanMessages = (
  work: Work,
  loanId: string,
  message: Waiting,
) => Promise<OutgoingMessage | string>;

/** What the jobs of a committee's cases need besides. */
export interface JobGround extends CaseGround {
  /** Of the jobs' role: sees in which committee something is due, and nothing of it. */
  readonly jobsPool: Pool;
  readonly gateway: Gateway;
  readonly loanMessages: LoanMessages;
  readonly log: Logger;
}
