import type { Transaction } from '@qzt/db';
import type pg from 'pg';
import type { SealedEntry } from './merkle.ts';

const NO_ID = '00000000-0000-0000-0000-000000000000';
const MICROSECONDS = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

/** Every column of an entry, as it is sealed; the time as text, because a Date would lose its microseconds. */
export const ENTRY_COLUMNS = `e.owner_org_id as "ownerOrgId", e.id,
  to_char(e.at at time zone 'UTC', ${MICROSECONDS}) as at, e.actor_id as "actorId", e.action, e.purpose,
  e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.subject_committee_id as "subjectCommitteeId", e.facts`;

/**
 * Organisations with entries from a time on, as the jobs' role sees them. Each organisation is looked up by itself, because
 * the index of the entries begins with it.
 */
export async function writingOrgs(pool: pg.Pool, since: Date): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select o.id from org o where exists (
       select from audit_entry e where e.owner_org_id = o.id and e.at >= $1)`,
    [since],
  );
  return rows.map(({ id }) => id);
}

export async function allOrgs(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>('select id from org');
  return rows.map(({ id }) => id);
}

const DAY = "interval '1 day'";

/** Takes the look through whole logs upon itself, which is due once a day in the installation; false when it is not. */
export async function takeFullLook(pool: pg.Pool, now: Date): Promise<boolean> {
  const { rowCount } = await pool.query(
    `insert into installation as i (name, value)
     values ('audit-full-look', jsonb_build_object('at', $1::timestamptz))
     on conflict (name) do update set value = excluded.value
       where (i.value->>'at')::timestamptz not between $1::timestamptz - ${DAY} and $1::timestamptz`,
    [now],
  );
  return rowCount === 1;
}

/** It did not reach every log: whoever looks next takes it upon himself again. */
export async function giveFullLookBack(pool: pg.Pool): Promise<void> {
  await pool.query(
    `update installation set value = jsonb_build_object('at', '-infinity'::timestamptz) where name = 'audit-full-look'`,
  );
}

/** Two sealers of one organisation come after each other. */
export const lockChain = (tx: Transaction, orgId: string): Promise<unknown> =>
  tx.read('select pg_advisory_xact_lock(7240003, hashtext($1))', [orgId]);

/** An entry's place in the order of the log. */
export interface LogPlace {
  readonly at: string;
  readonly id: string;
}

/** What was not sealed in a stretch of the log. */
export interface Stretch {
  readonly unsealed: readonly SealedEntry[];
  /** Its last entry, sealed or not, where the next stretch begins; undefined at the end of the log. */
  readonly next: LogPlace | undefined;
}

type StretchRow = SealedEntry & { lastAt: string; lastId: string; read: number };

const PLANNED_NOW = `select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_nestloop', 'off', true)`;

/**
 * The next entries of a log in their order, less those that seals of their time hold. Planned at each call by what the
 * tables hold now, and without loops over loops: a log grows faster than it is counted, and a plan made while it was
 * small would compare each entry with every one that is sealed.
 */
export async function nextStretch(
  tx: Transaction,
  orgId: string,
  from: Date | LogPlace | null,
  limit: number,
): Promise<Stretch> {
  const after = from instanceof Date || from === null ? undefined : from;
  const [, rows] = await Promise.all([
    tx.read(PLANNED_NOW),
    tx.read<StretchRow>(
      `with stretch as materialized (
       select ${ENTRY_COLUMNS} from audit_entry e
       where e.owner_org_id = $1 and e.at >= $2::timestamptz and (e.at, e.id) > ($2::timestamptz, $3::uuid)
       order by e.at, e.id limit $4),
     fresh as (
       select id from stretch
       except
       select unnest(s.entry_ids) from audit_seal s
       where s.owner_org_id = $1 and s.last_at >= (select min(at)::timestamptz from stretch)
         and s.first_at <= (select max(at)::timestamptz from stretch)),
     last as (select at, id, (select count(*) from stretch) as read from stretch order by at desc, id desc limit 1)
     select last.read, last.at as "lastAt", last.id as "lastId", e.*
     from last left join (select stretch.* from stretch join fresh using (id)) e on true
     order by e.at, e.id`,
      [orgId, after?.at ?? from ?? '-infinity', after?.id ?? NO_ID, limit],
    ),
  ]);
  const last = rows[0];
  return {
    unsealed: rows
      .filter(({ id }) => id !== null)
      .map(({ lastAt, lastId, read, ...entry }) => entry),
    next: last && last.read === limit ? { at: last.lastAt, id: last.lastId } : undefined,
  };
}

/** Everything from before this time is sealed, but for what was committed late; null where nobody has looked. */
export async function markOf(tx: Transaction, orgId: string): Promise<Date | null> {
  const [row] = await tx.read<{ completeTo: Date | null }>(
    `select nullif(complete_to, '-infinity') as "completeTo" from audit_mark where owner_org_id = $1`,
    [orgId],
  );
  return row?.completeTo ?? null;
}

export const setMark = (tx: Transaction, orgId: string, completeTo: Date): void =>
  tx.write(
    `insert into audit_mark (owner_org_id, complete_to) values ($1, $2)
     on conflict (owner_org_id) do update set complete_to = excluded.complete_to`,
    [orgId, completeTo],
  );

export interface LastSeal {
  readonly seq: number;
  readonly seal: Buffer;
}

export async function lastSeal(tx: Transaction, orgId: string): Promise<LastSeal | undefined> {
  const [last] = await tx.read<LastSeal>(
    'select seq, seal from audit_seal where owner_org_id = $1 order by seq desc limit 1',
    [orgId],
  );
  return last;
}

export interface NewSeal extends LastSeal {
  readonly root: Buffer;
  readonly previous: Buffer;
  readonly entries: readonly SealedEntry[];
  readonly hashes: readonly Buffer[];
}

export function insertSeal(tx: Transaction, orgId: string, made: NewSeal): void {
  const { entries } = made;
  tx.write(
    `insert into audit_seal (owner_org_id, seq, entries, root, previous, seal, entry_ids, hashes, first_at, last_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      orgId,
      made.seq,
      entries.length,
      made.root,
      made.previous,
      made.seal,
      entries.map(({ id }) => id),
      Buffer.concat(made.hashes),
      entries[0]?.at,
      entries.at(-1)?.at,
    ],
  );
}

/** Notes the newest seal apart from the chain: one whose end was cut off does not pass for a shorter one. */
export const noteSeal = (tx: Transaction, orgId: string, seq: number): void =>
  tx.write(
    `insert into audit_mark (owner_org_id, complete_to, last_seq) values ($1, '-infinity', $2)
     on conflict (owner_org_id) do update set last_seq = excluded.last_seq`,
    [orgId, seq],
  );
