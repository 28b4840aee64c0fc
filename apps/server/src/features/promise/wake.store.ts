import type { Pool } from '../../platform/pool.ts';
import type { Work } from '../../platform/transact.ts';

/** A promise whose time to wake somebody has come. */
export interface DuePromise {
  readonly committeeId: string;
  readonly id: string;
  readonly caseId: string;
  readonly kind: string;
  readonly dueAt: Date;
  readonly madeAt: Date;
  /** Steps of the ladder that are done. */
  readonly step: number;
  readonly version: number;
}

/** Committees in which something is due; all that the jobs' role sees. */
export async function committeesToWake(jobsPool: Pool, now: Date): Promise<string[]> {
  const { rows } = await jobsPool.query<{ id: string }>(
    `select distinct committee_id as id from promise where state = 'open' and wake_at <= $1`,
    [now],
  );
  return rows.map(({ id }) => id);
}

/** What is due of the cases of a committee, longest due first. A loan's kind words are waked by the loans. */
export const promisesToWake = async (
  work: Work,
  committeeId: string,
  limit: number,
): Promise<string[]> => {
  const rows = await work.tx.read<{ id: string }>(
    `select id from promise where committee_id = $1 and case_id is not null and state = 'open' and wake_at <= $2 order by wake_at limit $3`,
    [committeeId, work.now, limit],
  );
  return rows.map(({ id }) => id);
};

/**
 * Takes a promise in hand, with its case, as long as the transaction lasts. Undefined when it is no longer due or another
 * worker has it; it waits for nobody, so it can stand in nobody's way.
 */
export async function claimPromise(
  work: Work,
  committeeId: string,
  id: string,
): Promise<DuePromise | undefined> {
  const [due] = await work.tx.read<DuePromise>(
    `select p.committee_id as "committeeId", p.id, p.case_id as "caseId", p.kind, p.due_at as "dueAt", p.created_at as "madeAt",
       p.step, p.version
     from promise p join case_file c on c.committee_id = p.committee_id and c.id = p.case_id
     where p.committee_id = $1 and p.id = $2 and p.state = 'open' and p.wake_at <= $3
     for update of p, c skip locked`,
    [committeeId, id, work.now],
  );
  return due;
}

/** Writes down that a step is done and when the next one wakes (null: no more). Once only, whoever else tries. */
export function moveOn(work: Work, due: DuePromise, step: number, wakeAt: string | null): void {
  work.tx.write(
    `with moved as (
       update promise set step = $4, wake_at = $5, failures = 0, version = version + 1
       where committee_id = $1 and id = $2 and version = $3 and state = 'open' returning 1)
     select expect_one((select count(*) from moved), 'promise-moved')`,
    [due.committeeId, due.id, due.version, step, wakeAt],
  );
}

/** After a failure: tried again after a minute, two, four, … up to a good hour. Answers how often it has failed. */
export async function postpone(
  work: Work,
  committeeId: string,
  id: string,
): Promise<number | undefined> {
  const [row] = await work.tx.read<{ failures: number }>(
    `update promise set failures = failures + 1,
       wake_at = $3::timestamptz + make_interval(mins => power(2, least(failures, 6))::int)
     where committee_id = $1 and id = $2 and state = 'open' and wake_at <= $3 returning failures`,
    [committeeId, id, work.now],
  );
  return row?.failures;
}
