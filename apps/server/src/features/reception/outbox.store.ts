import { nextSendTime } from '@qzt/domain/promise';
import { v7 as uuidv7 } from 'uuid';
import type { Work } from '../../platform/transact.ts';

export interface Recipient {
  readonly kind: 'staff' | 'resident' | 'visitor' | 'office';
  readonly id: string | null;
}

export interface Outgoing {
  readonly committeeId: string;
  readonly caseId: string;
  readonly eventId: string | null;
  readonly recipient: Recipient;
  readonly template: string;
}

/** Puts a message into the outbox, in the same transaction as the step that it tells of. Never in quiet hours. */
export function post(work: Work, outgoing: Outgoing): void {
  work.tx.write(
    `insert into message (committee_id, id, case_id, event_id, recipient_kind, recipient_id, template, channel, send_after, state)
     values ($1, $2, $3, $4, $5, $6, $7, 'console', $8, 'waiting')`,
    [
      outgoing.committeeId,
      uuidv7(),
      outgoing.caseId,
      outgoing.eventId,
      outgoing.recipient.kind,
      outgoing.recipient.id,
      outgoing.template,
      nextSendTime(work.now.toISOString()),
    ],
  );
}
