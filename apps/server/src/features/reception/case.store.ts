import { type CaseKind, type CaseState, type EventDraft, sharedWith } from '@qzt/domain/reception';
import { newId } from '../../platform/random.ts';
import {
  type KeyRow,
  makeKey,
  openKey,
  type SubjectKey,
  writeText,
} from '../../platform/subject/index.ts';
import type { Work } from '../../platform/transact.ts';
import type { Caller } from './caller.ts';
import { CASE_FILE_COLUMNS, caseFileRow, placeOf } from './case-file-row.ts';
import type { MaterialNames, StoredText } from './material-names.ts';

/** What people wrote about a case as a whole, encrypted under the case's id. */
export interface CaseWords {
  readonly title: string;
  readonly safePhone?: string;
  /** What the resident said, as it stands with the contact: whoever handles the case may not see the contact. */
  readonly said?: string;
  readonly visitor?: Caller;
  readonly names?: MaterialNames;
}

export interface CaseRow extends KeyRow {
  committee_id: string;
  id: string;
  number: string;
  kind: CaseKind;
  service_item: string | null;
  service_item_version: number | null;
  encounter_id: string | null;
  resident_id: string | null;
  state: CaseState;
  version: number;
  created_at: Date;
  words_key: string | null;
  words: Buffer | null;
  resident_key: string | null;
  resident_cipher: Buffer | null;
}

export interface EventRow {
  seq: number;
  id: string;
  type: string;
  at: Date;
  actor: { id: string; name: string; org: string };
  data: Record<string, unknown>;
  key_id: string | null;
  cipher: Buffer | null;
}

/** An event on its way into the list, with its place and id. */
export type NumberedEvent = EventDraft & {
  readonly seq: number;
  readonly id: string;
  readonly text: StoredText | null;
};

/** A case with its key and what is written about it as a whole. */
export const CASE_COLUMNS = `c.committee_id, c.id, c.number, c.kind, c.service_item, c.service_item_version, c.encounter_id, c.resident_id,
    c.state, c.version, c.created_at, c.key_id, k.master, k.wrapped,
    t.key_id as words_key, t.cipher as words, r.key_id as resident_key, r.cipher as resident_cipher`;

/** What is joined to a case for it. */
export const CASE_JOINS = `left join data_key k on k.committee_id = c.committee_id and k.id = c.key_id
  left join personal_text t on t.committee_id = c.committee_id and t.id = c.id
  left join resident r on r.committee_id = c.committee_id and r.id = c.resident_id`;

export const SELECT_CASE = `select ${CASE_COLUMNS} from case_file c ${CASE_JOINS}`;

/** Committee people look in their committees, an office among what was handed to it: each by an index of its own. */
const whereOf = (work: Work): string =>
  work.actor.scope.committees.length > 0
    ? 'c.committee_id = any (scope_committees())'
    : 'c.handler_org_id = scope_org() and c.handler_org_id <> c.committee_id';

export async function findCase(work: Work, id: string): Promise<CaseRow | undefined> {
  const [row] = await work.tx.read<CaseRow>(`${SELECT_CASE} where ${whereOf(work)} and c.id = $1`, [
    id,
  ]);
  return row;
}

export const findEvents = (work: Work, id: string): Promise<EventRow[]> =>
  work.tx.read<EventRow>(
    `select e.seq, e.id, e.type, e.at, e.actor, e.data, t.key_id, t.cipher
     from case_file c
     join case_event e on e.committee_id = c.committee_id and e.case_id = c.id
     left join personal_text t on t.committee_id = e.committee_id and t.id = e.id and t.case_id = e.case_id
     where ${whereOf(work)} and c.id = $1 order by e.seq`,
    [id],
  );

const INSERT = `insert into case_file (${CASE_FILE_COLUMNS.join(', ')})
  values (${CASE_FILE_COLUMNS.map((_, index) => `$${index + 1}`).join(', ')})`;

export interface NewCase {
  readonly committeeId: string;
  readonly id: string;
  readonly number: string;
  readonly key: SubjectKey;
  readonly state: CaseState;
  readonly words: CaseWords;
  readonly version: number;
}

export function insertCase(work: Work, made: NewCase): void {
  const { id, key, words, ...rest } = made;
  const at = { createdAt: work.now, changedAt: work.now };
  work.tx.write(INSERT, caseFileRow({ ...rest, ...at, id, keyId: key.id }));
  writeText(work, key, id, { caseId: id }, words);
}

const UPDATE = `with changed as (
    update case_file set status = $4, ending = $5, first_asked_id = $6, handler_org_id = $7, handler_id = $8, urgent = $9,
      confidential = $10, due_at = $11, state = $12, version = version + 1, changed_at = $13, shared_with = $14
    where committee_id = $1 and id = $2 and version = $3 returning 1)
  select expect_one((select count(*) from changed), 'version-conflict')`;

/** Writes the derived state after new events; stops the transaction when somebody else came first. */
export function updateCase(
  work: Work,
  committeeId: string,
  id: string,
  version: number,
  state: CaseState,
): void {
  const place = placeOf(committeeId, state);
  work.tx.write(UPDATE, [
    committeeId,
    id,
    version,
    state.status,
    state.ending,
    state.firstAsked.id,
    place.org,
    place.id,
    state.urgent,
    state.confidential,
    state.dueAt,
    JSON.stringify(state),
    work.now,
    sharedWith(state).map(({ id: person }) => person),
  ]);
}

const REKEY = `with changed as (
    update case_file set key_id = $3 where committee_id = $1 and id = $2 and key_id = $4 returning 1)
  select expect_one((select count(*) from changed), 'version-conflict')`;

/**
 * Puts a case whose person was erased under a key of its own, once: its later steps find that key with the case. The
 * case names the key before the key is there, because an office may write only the keys of cases that are with it.
 */
export function rekeyCase(work: Work, row: CaseRow): SubjectKey {
  const id = newId();
  work.tx.write(REKEY, [row.committee_id, row.id, id, row.key_id]);
  return makeKey(work, row.committee_id, 'case', row.id, id);
}

/** Counts one more trip of the resident; stops the transaction when somebody else changed the case meanwhile. */
export function setJourneys(work: Work, row: CaseRow, journeys: number): void {
  work.tx.write(
    `with changed as (
       update case_file set state = jsonb_set(state, '{journeys}', to_jsonb($4::int)), version = version + 1, changed_at = $5
       where committee_id = $1 and id = $2 and version = $3 returning 1)
     select expect_one((select count(*) from changed), 'version-conflict')`,
    [row.committee_id, row.id, row.version, journeys, work.now],
  );
}

const INSERT_EVENTS = `insert into case_event (committee_id, case_id, seq, id, type, at, actor, data)
  select $1, $2, e.seq, e.id, e.type, e.at, e.actor, e.data
  from unnest($3::int[], $4::uuid[], $5::text[], $6::timestamptz[], $7::jsonb[], $8::jsonb[]) as e(seq, id, type, at, actor, data)`;

/** Appends events, and what was written with them beside them. */
export function insertEvents(
  work: Work,
  key: SubjectKey,
  caseId: string,
  events: readonly NumberedEvent[],
): void {
  work.tx.write(INSERT_EVENTS, [
    key.committeeId,
    caseId,
    events.map((event) => event.seq),
    events.map((event) => event.id),
    events.map((event) => event.type),
    events.map((event) => event.at),
    events.map((event) => JSON.stringify(event.actor)),
    events.map((event) => JSON.stringify(event.data)),
  ]);
  for (const event of events)
    if (event.text) writeText(work, key, event.id, { caseId }, event.text);
}

export const keyOf = (work: Work, row: CaseRow): SubjectKey | undefined =>
  openKey(work, row.committee_id, row);
