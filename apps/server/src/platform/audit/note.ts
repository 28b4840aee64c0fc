import type { Transaction } from '@qzt/db';
import type { Actor } from '../actor.ts';
import { newId } from '../random.ts';

/** What is written down of an act: what was done to what, and why. Facts are codes and numbers, never words. */
export interface AuditNote {
  readonly action: string;
  readonly subject: string;
  readonly subjectId?: string;
  readonly committeeId?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

const INSERT =
  'insert into audit_entry (owner_org_id, id, at, actor_id, action, purpose, subject_kind, subject_id, subject_committee_id, facts) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)';

/** Adds an audit entry to the actor's organisation, in the same transaction as the act. */
export function writeAudit(
  tx: Transaction,
  actor: Actor,
  purpose: string,
  at: Date,
  note: AuditNote,
): void {
  tx.write(INSERT, [
    actor.org.id,
    newId(at.getTime()),
    at,
    actor.id,
    note.action,
    purpose,
    note.subject,
    note.subjectId ?? null,
    note.committeeId ?? null,
    JSON.stringify(note.facts ?? {}),
  ]);
}
