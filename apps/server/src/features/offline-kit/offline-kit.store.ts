import type { Pool } from '../../platform/pool.ts';
import type { Work } from '../../platform/transact.ts';

export interface KitRow {
  readonly made_at: Date;
  readonly printed_at: Date | null;
  readonly printed_by: string | null;
  readonly printed_by_name: string | null;
}

export async function findKit(
  work: Work,
  committeeId: string,
  date: string,
): Promise<KitRow | undefined> {
  const [row] = await work.tx.read<KitRow>(
    `select made_at, printed_at, printed_by, printed_by_name from offline_kit
     where committee_id = $1 and date = $2`,
    [committeeId, date],
  );
  return row;
}

const KEPT_DAYS = 7;

/** Notes that the kit of a day could be made; whoever comes second finds it noted. Days of a week ago go. */
export function noteMade(work: Work, committeeId: string, date: string): void {
  work.tx.write(
    'insert into offline_kit (committee_id, date, made_at) values ($1, $2, $3) on conflict do nothing',
    [committeeId, date, work.now],
  );
  work.tx.write('delete from offline_kit where committee_id = $1 and date < $2::date - $3::int', [
    committeeId,
    date,
    KEPT_DAYS,
  ]);
}

export function notePrinted(work: Work, committeeId: string, date: string): void {
  work.tx.write(
    `update offline_kit set printed_at = $3, printed_by = $4, printed_by_name = $5
     where committee_id = $1 and date = $2`,
    [committeeId, date, work.now, work.actor.id, work.actor.name],
  );
}

/** How often each item was asked for since a time. Confidential cases do not count: a heap of paper must not tell of them. */
export const askedItems = (
  work: Work,
  committeeId: string,
  since: Date,
): Promise<{ code: string; times: number }[]> =>
  work.tx.read(
    `select service_item as code, count(*)::int as times from case_file
     where committee_id = $1 and service_item is not null and not confidential and created_at >= $2
     group by service_item`,
    [committeeId, since],
  );

/** A committee that has no kit of a day yet, other than those. For the jobs' role, which sees nothing else of it. */
export async function committeeWithoutKit(
  jobsPool: Pool,
  date: string,
  other: readonly string[],
): Promise<string | undefined> {
  const { rows } = await jobsPool.query<{ id: string }>(
    `select o.id from org o
     where o.kind = 'committee' and not o.practice and not (o.id = any ($2::uuid[]))
       and not exists (select from offline_kit k where k.committee_id = o.id and k.date = $1)
     order by o.id limit 1`,
    [date, other],
  );
  return rows[0]?.id;
}
