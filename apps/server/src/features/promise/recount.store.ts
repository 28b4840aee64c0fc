import type { Pool } from '../../platform/pool.ts';
import type { Work } from '../../platform/transact.ts';

/**
 * Notes, with the change itself, that due times are to be computed anew: a crash between the two forgets nothing.
 * `orgId` is where the change holds, with all below it; null for everywhere. Changes that wait together are counted
 * together.
 */
export function wantRecount(work: Work, orgId: string | null): void {
  work.tx.write(
    `insert into installation as i (name, value)
     values ('recount', jsonb_build_object('wanted', 1, 'counted', 0, 'done', 0, 'at', $1::timestamptz, 'orgs', $2::jsonb))
     on conflict (name) do update set value = i.value || jsonb_build_object(
       'wanted', (i.value->>'wanted')::int + 1,
       'at', greatest($1::timestamptz, (i.value->>'at')::timestamptz),
       'orgs', case
         when i.value->'wanted' = i.value->'done' then $2::jsonb
         when 'null'::jsonb in (i.value->'orgs', $2::jsonb) then 'null'
         else i.value->'orgs' || $2::jsonb end)`,
    [work.now, JSON.stringify(orgId === null ? null : [orgId])],
  );
}

export interface WantedRecount {
  /** Number of the last change. */
  readonly change: number;
  /** Of the last change that was counted once. */
  readonly counted: number;
  /** When the last change was made. */
  readonly at: Date;
  /** Where the changes hold; null for everywhere. */
  readonly orgs: readonly string[] | null;
}

/** What is to be counted anew and is not done; or undefined. */
export async function recountWanted(pool: Pool): Promise<WantedRecount | undefined> {
  const { rows } = await pool.query<WantedRecount>(
    `select (value->>'wanted')::int as change, (value->>'counted')::int as counted,
       (value->>'at')::timestamptz as at, nullif(value->'orgs', 'null') as orgs
     from installation where name = 'recount' and (value->>'wanted')::int > (value->>'done')::int`,
  );
  return rows[0];
}

/** Notes that everything up to this change has been counted: once, or for good. */
export async function recountNoted(
  pool: Pool,
  as: 'counted' | 'done',
  change: number,
): Promise<void> {
  await pool.query(
    `update installation set value = jsonb_set(value, array[$1::text], to_jsonb($2::int))
     where name = 'recount' and (value->>$1::text)::int < $2`,
    [as, change],
  );
}
