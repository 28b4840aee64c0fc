import type { Transaction } from '@qzt/db';
import type pg from 'pg';
import type { SealedEntry } from './merkle.ts';

/** Every column of an entry, as it is sealed; the time as text, because a Date would lose its microseconds. */
export const ENTRY_COLUMNS = `e.owner_org_id as "ownerOrgId", e.id,
  to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.actor_id as "actorId", e.action, e.purpose,
  e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.subject_committee_id as "subjectCommitteeId", e.facts`;

const UNSEALED =
  'not exists (select from audit_leaf l where l.owner_org_id = e.owner_org_id and l.entry_id = e.id)';

/**
 * Organisations with unsealed entries from a time on, as the jobs' role sees them. Each organisation is looked up by itself, because
 * the index of the entries begins with it.
 */
export async function unsealedOrgs(pool: pg.Pool, since: Date): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select o.id from org o where exists (
       select from audit_entry e
       where e.owner_org_id = o.id and e.at >= $1 and ${UNSEALED})`,
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

/** Two sealers of one organisation come after each other. */
export const lockChain = (tx: Transaction, orgId: string): Promise<unknown> =>
  tx.read('select pg_advisory_xact_lock(7240003, hashtext($1))', [orgId]);

export const unsealedEntries = (
  tx: Transaction,
  orgId: string,
  since: Date | null,
  limit: number,
): Promise<SealedEntry[]> =>
  tx.read<SealedEntry>(
    `select ${ENTRY_COLUMNS} from audit_entry e
     where e.owner_org_id = $1 and e.at >= coalesce($2::timestamptz, '-infinity') and ${UNSEALED}
     order by e.at, e.id limit $3`,
    [orgId, since, limit],
  );

/** Everything from before this time is sealed, but for what was committed late; null where nobody has looked. */
export async function markOf(tx: Transaction, orgId: string): Promise<Date | null> {
  const [row] = await tx.read<{ completeTo: Date }>(
    'select complete_to as "completeTo" from audit_mark where owner_org_id = $1',
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
  readonly leaves: readonly { readonly id: string; readonly hash: Buffer }[];
}

export function insertSeal(tx: Transaction, orgId: string, made: NewSeal): void {
  const { leaves } = made;
  tx.write(
    'insert into audit_seal (owner_org_id, seq, entries, root, previous, seal) values ($1, $2, $3, $4, $5, $6)',
    [orgId, made.seq, leaves.length, made.root, made.previous, made.seal],
  );
  tx.write(
    `insert into audit_leaf (owner_org_id, entry_id, seal_seq, leaf, hash)
     select $1, l.id, $2, l.leaf - 1, l.hash from unnest($3::uuid[], $4::bytea[]) with ordinality as l(id, hash, leaf)`,
    [orgId, made.seq, leaves.map(({ id }) => id), leaves.map(({ hash }) => hash)],
  );
}
