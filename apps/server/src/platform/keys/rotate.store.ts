import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';

export interface WrappedKey {
  readonly committeeId: string;
  readonly id: string;
  readonly master: number;
  readonly wrapped: Buffer;
}

export async function mastersInUse(pool: pg.Pool): Promise<number[]> {
  const { rows } = await pool.query<{ master: number }>('select distinct master from data_key');
  return rows.map(({ master }) => master);
}

/** The keys that follow one in the order of the primary key. */
export async function keysAfter(
  pool: pg.Pool,
  after: WrappedKey | undefined,
  limit: number,
): Promise<WrappedKey[]> {
  const { rows } = await pool.query<WrappedKey>(
    `select committee_id as "committeeId", id, master, wrapped from data_key
     where $1::uuid is null or (committee_id, id) > ($1::uuid, $2::uuid)
     order by committee_id, id limit $3`,
    [after?.committeeId ?? null, after?.id ?? null, limit],
  );
  return rows;
}

/** Writes keys wrapped anew, each only if it is still wrapped as it was read. Answers how many. */
export async function rewrap(
  pool: pg.Pool,
  master: number,
  keys: readonly WrappedKey[],
): Promise<number> {
  if (keys.length === 0) return 0;
  const { rowCount } = await pool.query(
    `update data_key k set master = $1, wrapped = n.wrapped
     from unnest($2::uuid[], $3::uuid[], $4::int[], $5::bytea[]) as n(committee_id, id, master, wrapped)
     where k.committee_id = n.committee_id and k.id = n.id and k.master = n.master`,
    [
      master,
      keys.map(({ committeeId }) => committeeId),
      keys.map(({ id }) => id),
      keys.map((key) => key.master),
      keys.map(({ wrapped }) => wrapped),
    ],
  );
  return rowCount ?? 0;
}

/** Notes the change in the log of the organisations at the top: it concerns all below them. */
export async function noteRotation(pool: pg.Pool, to: number, rewrapped: number): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('select id from org where parent_id is null');
  for (const { id } of rows)
    await pool.query(
      `insert into audit_entry (owner_org_id, id, action, purpose, subject_kind, facts) values ($1, $2, 'keys.rotate', '更换主密钥', 'keys', $3)`,
      [id, uuidv7(), JSON.stringify({ to, rewrapped })],
    );
}
