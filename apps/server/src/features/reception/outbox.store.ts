import { nextSendTime } from '@qzt/domain/promise';
import type { Pool } from '../../platform/pool.ts';
import { newId } from '../../platform/random.ts';
import type { Work } from '../../platform/transact.ts';

export interface Recipient {
  readonly kind: 'staff' | 'resident' | 'visitor' | 'office';
  readonly id: string | null;
}

/** Codes and times that the text needs; never words of or about a person. */
export type MessageFacts = Readonly<Record<string, string>>;

export interface Outgoing {
  readonly committeeId: string;
  readonly caseId: string;
  readonly eventId: string | null;
  readonly recipient: Recipient;
  readonly template: string;
  readonly facts?: MessageFacts;
  /** Danger: leaves at once, also in quiet hours. */
  readonly atOnce?: boolean;
}

/** Puts a message into the outbox, in the same transaction as the step that it tells of. Never in quiet hours, but for danger. */
export function post(work: Work, outgoing: Outgoing): void {
  work.tx.write(
    `insert into message (committee_id, id, case_id, event_id, recipient_kind, recipient_id, template, facts, channel, send_after, state, at_once)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'console', $9, 'waiting', $10)`,
    [
      outgoing.committeeId,
      newId(),
      outgoing.caseId,
      outgoing.eventId,
      outgoing.recipient.kind,
      outgoing.recipient.id,
      outgoing.template,
      JSON.stringify(outgoing.facts ?? {}),
      outgoing.atOnce ? work.now : nextSendTime(work.now.toISOString()),
      outgoing.atOnce ?? false,
    ],
  );
}

/** A message on its way out: about a case or about a loan. */
export interface Waiting {
  readonly committeeId: string;
  readonly id: string;
  readonly caseId: string | null;
  readonly loanId: string | null;
  readonly recipient: Recipient;
  readonly template: string;
  readonly facts: MessageFacts;
  readonly attempts: number;
  readonly atOnce: boolean;
}

/** Committees with a message to send (`quiet`: one of danger); all that the jobs' role sees. */
export async function committeesToTell(
  jobsPool: Pool,
  now: Date,
  quiet: boolean,
): Promise<string[]> {
  const { rows } = await jobsPool.query<{ id: string }>(
    `select distinct committee_id as id from message where state = 'waiting' and send_after <= $1 and (at_once or not $2)`,
    [now, quiet],
  );
  return rows.map(({ id }) => id);
}

/**
 * Takes the message that has waited longest, danger before all others; one that another sender has in hand is passed over.
 * `quiet`: only danger.
 */
export async function claimMessage(
  work: Work,
  committeeId: string,
  quiet: boolean,
): Promise<Waiting | undefined> {
  const [row] = await work.tx.read<Waiting>(
    `select committee_id as "committeeId", id, case_id as "caseId", loan_id as "loanId", template, facts, attempts, at_once as "atOnce",
       json_build_object('kind', recipient_kind, 'id', recipient_id) as recipient
     from message where committee_id = $1 and state = 'waiting' and send_after <= $2 and (at_once or not $3)
     order by at_once desc, send_after, id limit 1 for update skip locked`,
    [committeeId, work.now, quiet],
  );
  return row;
}

export function markSent(work: Work, { committeeId, id }: Waiting): void {
  work.tx.write(
    `update message set state = 'sent', attempts = attempts + 1, last_error = null, sent_at = $3 where committee_id = $1 and id = $2`,
    [committeeId, id, work.now],
  );
}

/** Nobody can be or needs to be told any more; `why` is a code. */
export function markDropped(work: Work, { committeeId, id }: Waiting, why: string): void {
  work.tx.write(
    `update message set state = 'dropped', last_error = $3 where committee_id = $1 and id = $2`,
    [committeeId, id, why],
  );
}

/** Not delivered: tried again at `sendAfter`, or given up for good (null). `why` is a code, never a text. */
export function markFailed(
  work: Work,
  { committeeId, id }: Waiting,
  why: string,
  sendAfter: string | null,
): void {
  work.tx.write(
    `update message set attempts = attempts + 1, last_error = $3, send_after = coalesce($4, send_after),
       state = case when $4::timestamptz is null then 'failed' else 'waiting' end
     where committee_id = $1 and id = $2`,
    [committeeId, id, why, sendAfter],
  );
}
