import type { Pool } from '../../platform/pool.ts';
import type { Work } from '../../platform/transact.ts';

/** Notes, with the change itself, that due times are to be computed anew: a crash between the two forgets nothing. */
export function wantRecount(work: Work): void {
  work.tx.write(
    `insert into installation (name, value) values ('recount', '{"wanted": 1, "done": 0}')
     on conflict (name) do update
       set value = jsonb_set(installation.value, '{wanted}', to_jsonb((installation.value->>'wanted')::int + 1))`,
    [],
  );
}

/** Number of the last change that wants a recount, and how many changes are not counted yet; or undefined. */
export async function recountWanted(
  pool: Pool,
): Promise<{ readonly change: number; readonly open: number } | undefined> {
  const { rows } = await pool.query<{ change: number; open: number }>(
    `select (value->>'wanted')::int as change, (value->>'wanted')::int - (value->>'done')::int as open
     from installation where name = 'recount' and (value->>'wanted')::int > (value->>'done')::int`,
  );
  return rows[0];
}

/** Notes that everything up to this change has been counted. */
export async function recountDone(pool: Pool, change: number): Promise<void> {
  await pool.query(
    `update installation set value = jsonb_set(value, '{done}', to_jsonb($1::int))
     where name = 'recount' and (value->>'done')::int < $1`,
    [change],
  );
}
