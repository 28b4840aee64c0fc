import { seal } from '../../platform/keys/index.ts';
import {
  type KeyRow,
  makeKey,
  openKey,
  readText,
  type SubjectKey,
} from '../../platform/subject/index.ts';
import type { Work } from '../../platform/transact.ts';

/** What a hand-over names: cases and loans by their ids, and nothing of what they are. */
export interface Contents {
  readonly promises: readonly string[];
  readonly urgent: readonly string[];
  readonly loans: readonly string[];
}

interface Row extends KeyRow {
  readonly committee_id: string;
  readonly id: string;
  readonly from_id: string;
  readonly from_name: string;
  readonly to_id: string | null;
  readonly to_name: string | null;
  readonly given_at: Date;
  readonly until: Date;
  readonly contents: Contents;
  readonly cipher: Buffer;
  readonly taken_by: string | null;
  readonly taken_name: string | null;
  readonly taken_at: Date | null;
  readonly withdrawn_at: Date | null;
  readonly version: number;
}

export interface StoredHandOver extends Omit<Row, 'cipher' | keyof KeyRow> {
  readonly note: string | undefined;
  /** Undefined where its key is gone: nothing more can be read of what was written. */
  readonly key: SubjectKey | undefined;
}

const SELECT = `select h.committee_id, h.id, h.from_id, h.from_name, h.to_id, h.to_name, h.given_at, h.until, h.contents, h.key_id,
    h.cipher, h.taken_by, h.taken_name, h.taken_at, h.withdrawn_at, h.version, k.master, k.wrapped
  from hand_over h left join data_key k on k.committee_id = h.committee_id and k.id = h.key_id
  where h.committee_id = $1`;

function opened(
  work: Pick<Work, 'keyring'>,
  { cipher, key_id, master, wrapped, ...row }: Row,
): StoredHandOver {
  const key = openKey(work, row.committee_id, { key_id, master, wrapped });
  const words = readText<{ readonly note?: string }>(key, row.id, { keyId: key_id, cipher });
  return { ...row, key, note: words?.note };
}

export async function findHandOver(
  work: Work,
  committeeId: string,
  id: string,
): Promise<StoredHandOver | undefined> {
  const [row] = await work.tx.read<Row>(`${SELECT} and h.id = $2`, [committeeId, id]);
  return row && opened(work, row);
}

/** Those given since a time, and older ones that nobody has taken; newest first. */
export async function handOversSince(
  work: Work,
  committeeId: string,
  since: Date,
): Promise<StoredHandOver[]> {
  const rows = await work.tx.read<Row>(
    `${SELECT} and (h.given_at >= $2 or (h.taken_at is null and h.withdrawn_at is null))
     order by h.given_at desc, h.id desc limit 100`,
    [committeeId, since],
  );
  return rows.map((row) => opened(work, row));
}

/** Keeps a hand-over, its note under a key of its own. */
export function insertHandOver(work: Work, made: Omit<StoredHandOver, 'key'>): StoredHandOver {
  const key = makeKey(work, made.committee_id, 'handOver', made.id);
  const words = made.note === undefined ? {} : { note: made.note };
  work.tx.write(
    `insert into hand_over (committee_id, id, from_id, from_name, to_id, to_name, given_at, until, contents, key_id, cipher)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      made.committee_id,
      made.id,
      made.from_id,
      made.from_name,
      made.to_id,
      made.to_name,
      made.given_at,
      made.until,
      JSON.stringify(made.contents),
      key.id,
      seal(key.key, JSON.stringify(words), `${made.committee_id}|${made.id}`),
    ],
  );
  return { ...made, key };
}

/** Writes down who took it, or that the giver has it back; once, whoever else tries. */
export function settleHandOver(
  work: Work,
  one: StoredHandOver,
  how: 'taken' | 'withdrawn',
): StoredHandOver {
  const { id, name } = work.actor;
  const taken =
    how === 'taken'
      ? { taken_by: id, taken_name: name, taken_at: work.now }
      : { withdrawn_at: work.now };
  const after: StoredHandOver = { ...one, ...taken, version: one.version + 1 };
  work.tx.write(
    `with changed as (
       update hand_over set taken_by = $4, taken_name = $5, taken_at = $6, withdrawn_at = $7, version = version + 1
       where committee_id = $1 and id = $2 and version = $3 returning 1)
     select expect_one((select count(*) from changed), 'version-conflict')`,
    [
      one.committee_id,
      one.id,
      one.version,
      after.taken_by,
      after.taken_name,
      after.taken_at,
      after.withdrawn_at,
    ],
  );
  return after;
}

export interface TakenRow {
  readonly fromId: string;
  readonly takenBy: string;
  readonly takenName: string;
  readonly takenAt: Date;
  readonly until: Date;
}

/** What was taken over in a committee and still holds at a time. */
export const takenInForce = (work: Work, committeeId: string, at: Date): Promise<TakenRow[]> =>
  work.tx.read<TakenRow>(
    `select from_id as "fromId", taken_by as "takenBy", taken_name as "takenName", taken_at as "takenAt", until
     from hand_over where committee_id = $1 and taken_at is not null and until > $2`,
    [committeeId, at],
  );
