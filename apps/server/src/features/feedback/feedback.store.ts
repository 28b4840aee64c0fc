import type { FeedbackKind } from '@qzt/domain/feedback';
import { seal } from '../../platform/keys/index.ts';
import type { Position } from '../../platform/page.ts';
import {
  type KeyRow,
  makeKey,
  openKey,
  readText,
  type SubjectKey,
} from '../../platform/subject/index.ts';
import type { Work } from '../../platform/transact.ts';

interface Facts {
  readonly owner_org_id: string;
  readonly id: string;
  readonly author_id: string;
  readonly author_name: string;
  readonly anonymous: boolean;
  readonly above: boolean;
  readonly kind: FeedbackKind;
  readonly page: string;
  readonly wants_answer: boolean;
  readonly at: Date;
  readonly due_at: Date;
  readonly answered_by: string | null;
  readonly answered_by_name: string | null;
  readonly answered_at: Date | null;
  readonly version: number;
}

interface Row extends Facts, KeyRow {
  readonly cipher: Buffer;
  readonly answer_cipher: Buffer | null;
}

export interface StoredFeedback extends Facts {
  readonly key: SubjectKey | undefined;
  /** Null once its key was erased. */
  readonly text: string | null;
  readonly answer: string | null;
}

const SELECT = `select f.owner_org_id, f.id, f.author_id, f.author_name, f.anonymous, f.above, f.kind, f.page, f.wants_answer, f.at,
    f.due_at, f.answered_by, f.answered_by_name, f.answered_at, f.version, f.key_id, f.cipher, f.answer_cipher, k.master, k.wrapped
  from feedback f left join data_key k on k.committee_id = f.owner_org_id and k.id = f.key_id`;

/** The answer stands beside the words under another name, so that neither opens in the place of the other. */
const answerOf = (id: string): string => `${id}/answer`;

function opened(work: Pick<Work, 'keyring'>, row: Row): StoredFeedback {
  const { cipher, answer_cipher, key_id, master, wrapped, ...facts } = row;
  const key = openKey(work, row.owner_org_id, { key_id, master, wrapped });
  const read = (id: string, sealed: Buffer | null) =>
    readText<string>(key, id, { keyId: key_id, cipher: sealed }) ?? null;
  return {
    ...facts,
    key,
    text: read(row.id, cipher),
    answer: read(answerOf(row.id), answer_cipher),
  };
}

const sealed = (key: SubjectKey, id: string, text: string): Buffer =>
  seal(key.key, JSON.stringify(text), `${key.committeeId}|${id}`);

export interface NewFeedback
  extends Pick<Facts, 'id' | 'anonymous' | 'above' | 'kind' | 'page' | 'wants_answer' | 'due_at'> {
  readonly text: string;
}

/** Stores what somebody wrote under a key of its own; answers it as it stands. */
export function insertFeedback(work: Work, { text, ...fresh }: NewFeedback): StoredFeedback {
  const { actor, now } = work;
  const key = makeKey(work, actor.org.id, 'feedback', fresh.id);
  work.tx.write(
    `insert into feedback (owner_org_id, id, author_id, author_name, anonymous, above, kind, page, wants_answer, at, due_at, key_id, cipher)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      actor.org.id,
      fresh.id,
      actor.id,
      actor.name,
      fresh.anonymous,
      fresh.above,
      fresh.kind,
      fresh.page,
      fresh.wants_answer,
      now,
      fresh.due_at,
      key.id,
      sealed(key, fresh.id, text),
    ],
  );
  return {
    ...fresh,
    owner_org_id: actor.org.id,
    author_id: actor.id,
    author_name: actor.name,
    at: now,
    answered_by: null,
    answered_by_name: null,
    answered_at: null,
    version: 1,
    key,
    text,
    answer: null,
  };
}

export interface FeedbackPage {
  readonly limit: number;
  readonly after: Position | undefined;
}

const BEFORE = '($2::timestamptz is null or (f.at, f.id) < ($2, $3::uuid))';

/** What the actor wrote, newest first. */
export async function feedbackBy(work: Work, { limit, after }: FeedbackPage) {
  const rows = await work.tx.read<Row>(
    `${SELECT} where f.author_id = $1 and ${BEFORE} order by f.at desc, f.id desc limit $4`,
    [work.actor.id, after?.at ?? null, after?.id ?? null, limit],
  );
  return rows.map((row) => opened(work, row));
}

/** What may be answered by the actor; his own is for somebody else, unless nobody is above him. */
const RECEIVED = 'may_answer_feedback(f.owner_org_id, f.above)';

export async function feedbackReceived(work: Work, { limit, after }: FeedbackPage) {
  const rows = await work.tx.read<Row>(
    `${SELECT} where f.owner_org_id = any ($1::uuid[]) and ${RECEIVED} and ${BEFORE} order by f.at desc, f.id desc limit $4`,
    [work.actor.scope.orgs, after?.at ?? null, after?.id ?? null, limit],
  );
  return rows.map((row) => opened(work, row));
}

/** How many of these wait for an answer, and how many longer than promised. */
export async function countOpen(work: Work, list: 'mine' | 'received') {
  const whose = list === 'mine' ? 'f.author_id = $2' : RECEIVED;
  const [row] = await work.tx.read<{ open: number; late: number }>(
    `select count(*)::int as open, count(*) filter (where f.due_at < $1)::int as late
     from feedback f where f.answered_at is null and f.wants_answer and $2::uuid is not null and ${whose}`,
    [work.now, work.actor.id],
  );
  return row ?? { open: 0, late: 0 };
}

export async function findFeedback(work: Work, id: string): Promise<StoredFeedback | undefined> {
  const rows = await work.tx.read<Row>(`${SELECT} where f.id = $1`, [id]);
  return rows.map((row) => opened(work, row))[0];
}

/** Writes the answer to what was seen, or another in its place. */
export function writeAnswer(
  work: Work,
  seen: StoredFeedback,
  key: SubjectKey,
  text: string,
): StoredFeedback {
  const { actor, now } = work;
  work.tx.write(
    `with changed as (
       update feedback set answered_by = $4, answered_by_name = $5, answered_at = $6, answer_cipher = $7, version = version + 1
       where owner_org_id = $1 and id = $2 and version = $3 returning 1)
     select expect_one((select count(*) from changed), 'version-conflict')`,
    [
      seen.owner_org_id,
      seen.id,
      seen.version,
      actor.id,
      actor.name,
      now,
      sealed(key, answerOf(seen.id), text),
    ],
  );
  return {
    ...seen,
    answered_by: actor.id,
    answered_by_name: actor.name,
    answered_at: now,
    answer: text,
    version: seen.version + 1,
  };
}
