import type { CertificateContent, PaperStatus } from '@qzt/domain/certificate';
import { type Keyring, seal } from '../../platform/keys/index.ts';
import { openKey, readText, type SubjectKey } from '../../platform/subject/index.ts';
import type { Work } from '../../platform/transact.ts';

/** What was asked for: the words, and the blanks as they were filled in. */
export interface DraftContent extends CertificateContent {
  readonly fields: Readonly<Record<string, string>>;
}

/** What was issued, whole: everything that stands on the paper. */
export interface IssuedContent extends CertificateContent {
  readonly number: string;
  readonly issuedOn: string;
  readonly committee: string;
  readonly requestedBy: string;
  readonly approvedBy: string | null;
}

/** Where a paper stands, and who did what to it. */
export interface PaperFacts {
  readonly committee_id: string;
  readonly id: string;
  readonly case_id: string;
  readonly template: string;
  readonly code: string | null;
  readonly status: PaperStatus;
  readonly number: string | null;
  readonly requested_by: string;
  readonly requester: string;
  readonly requested_at: Date;
  readonly approved_by: string | null;
  readonly approver: string | null;
  readonly issued_at: Date | null;
  readonly copies: number;
  readonly version: number;
  readonly content_hash: string | null;
  readonly ended: {
    readonly at: string;
    readonly by: string;
    readonly reason: string | null;
  } | null;
}

export interface PaperRow extends PaperFacts {
  readonly last_seq: number;
  readonly written: WrittenRow;
  readonly ended: (WrittenRow & NonNullable<PaperFacts['ended']>) | null;
}

/** An event's words with the key that opens them, as JSON carries it out of the database. */
export interface WrittenRow {
  readonly id: string;
  readonly key_id: string | null;
  readonly cipher: string | null;
  readonly master: number | null;
  readonly wrapped: string | null;
}

const WRITTEN = `'id', e.id, 'key_id', e.key_id, 'cipher', encode(e.cipher, 'base64'), 'master', k.master, 'wrapped', encode(k.wrapped, 'base64')`;
const KEY_OF_EVENT = 'left join data_key k on k.committee_id = e.committee_id and k.id = e.key_id';
const OF_PAPER = 'e.committee_id = p.committee_id and e.certificate_id = p.id';

const SELECT = `select p.committee_id, p.id, p.case_id, p.template, p.code, p.status, p.number, p.requested_by, rs.name as requester,
    p.requested_at, p.approved_by, ap.name as approver, p.issued_at, p.copies, p.version,
    (select max(e.seq) from issued_certificate_event e where ${OF_PAPER}) as last_seq,
    (select e.content_hash from issued_certificate_event e where ${OF_PAPER} and e.type = 'issue') as content_hash,
    (select jsonb_build_object(${WRITTEN}) from issued_certificate_event e ${KEY_OF_EVENT}
      where ${OF_PAPER} and e.type in ('request', 'issue') order by e.seq desc limit 1) as written,
    (select jsonb_build_object(${WRITTEN}, 'at', e.at, 'by', s.name, 'reason', e.reason)
      from issued_certificate_event e ${KEY_OF_EVENT} join staff s on s.id = e.actor_id
      where ${OF_PAPER} and e.type in ('decline', 'void') order by e.seq desc limit 1) as ended
  from issued_certificate p join staff rs on rs.id = p.requested_by left join staff ap on ap.id = p.approved_by`;

export async function findPaper(work: Work, id: string): Promise<PaperRow | undefined> {
  const [row] = await work.tx.read<PaperRow>(
    `${SELECT} where p.committee_id = any (scope_committees()) and p.id = $1`,
    [id],
  );
  return row;
}

export interface PaperFilter {
  readonly caseId?: string | undefined;
  readonly status?: PaperStatus | undefined;
  readonly before?: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Papers of the cases in sight, newest first. */
export const newestPapers = (
  work: Work,
  { caseId, status, before, limit }: PaperFilter,
): Promise<PaperRow[]> =>
  work.tx.read<PaperRow>(
    `${SELECT} where p.committee_id = any (scope_committees())
       and ($1::uuid is null or p.case_id = $1) and ($2::text is null or p.status = $2)
       and ($3::timestamptz is null or (p.requested_at, p.id) < ($3, $4::uuid))
     order by p.requested_at desc, p.id desc limit $5`,
    [caseId ?? null, status ?? null, before?.at ?? null, before?.id ?? null, limit],
  );

/** A paper that was asked for; what becomes of it follows as its events. */
export function insertPaper(work: Work, paper: PaperFacts): void {
  work.tx.write(
    `insert into issued_certificate (committee_id, id, case_id, template, code, status, requested_by, requested_at)
     values ($1, $2, $3, $4, $5, 'waiting', $6, $7)`,
    [
      paper.committee_id,
      paper.id,
      paper.case_id,
      paper.template,
      paper.code,
      paper.requested_by,
      paper.requested_at,
    ],
  );
}

export interface PaperChange {
  readonly status: PaperStatus;
  readonly number: string | null;
  readonly approvedBy: string | null;
  readonly issuedAt: Date | null;
  readonly copies: number;
}

/** Writes where a paper stands after a step; stops the transaction when somebody else came first. */
export function updatePaper(
  work: Work,
  committeeId: string,
  id: string,
  version: number,
  change: PaperChange,
): void {
  work.tx.write(
    `with changed as (
       update issued_certificate set status = $4, number = $5, approved_by = $6, issued_at = $7, copies = $8, version = version + 1
       where committee_id = $1 and id = $2 and version = $3 returning 1)
     select expect_one((select count(*) from changed), 'version-conflict')`,
    [
      committeeId,
      id,
      version,
      change.status,
      change.number,
      change.approvedBy,
      change.issuedAt,
      change.copies,
    ],
  );
}

export interface NewPaperEvent {
  readonly committeeId: string;
  readonly paperId: string;
  readonly seq: number;
  readonly id: string;
  readonly type: 'request' | 'issue' | 'decline' | 'print' | 'void';
  readonly reason?: string | undefined;
  readonly contentHash?: string;
  readonly words?: { readonly key: SubjectKey; readonly text: object } | undefined;
}

/** Appends what happened to a paper, what was written sealed under the person's key. */
export function insertPaperEvent(work: Work, event: NewPaperEvent): void {
  const { committeeId, words } = event;
  work.tx.write(
    `insert into issued_certificate_event (committee_id, certificate_id, seq, id, type, at, actor_id, reason, content_hash, key_id, cipher)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      committeeId,
      event.paperId,
      event.seq,
      event.id,
      event.type,
      work.now,
      work.actor.id,
      event.reason ?? null,
      event.contentHash ?? null,
      words?.key.id ?? null,
      words ? seal(words.key.key, JSON.stringify(words.text), `${committeeId}|${event.id}`) : null,
    ],
  );
}

/** The key under which an event was written; undefined once it was erased. */
const keyOfEvent = (keyring: Keyring, committeeId: string, row: WrittenRow) =>
  openKey({ keyring }, committeeId, {
    key_id: row.key_id ?? '',
    master: row.master,
    wrapped: row.wrapped === null ? null : Buffer.from(row.wrapped, 'base64'),
  });

/** The key under which a paper was written; undefined once the person was erased. */
export const keyOfWritten = (keyring: Keyring, row: PaperRow): SubjectKey | undefined =>
  keyOfEvent(keyring, row.committee_id, row.written);

/** What was written with an event; undefined where nothing was, or its key was erased. */
export function wordsOf<T>(keyring: Keyring, committeeId: string, row: WrittenRow): T | undefined {
  return readText<T>(keyOfEvent(keyring, committeeId, row), row.id, {
    keyId: row.key_id,
    cipher: row.cipher === null ? null : Buffer.from(row.cipher, 'base64'),
  });
}
