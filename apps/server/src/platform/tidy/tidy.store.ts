import type pg from 'pg';

/** Outcomes older than seven days: the policy of the jobs' role shows no younger ones. */
export const deleteOutcomes = (jobsPool: pg.Pool) =>
  jobsPool.query(`delete from idempotency where created_at < now() - interval '7 days'`);

/** Sessions that ended (signed out, revoked or run out) more than thirty days ago. */
export const deleteEndedSessions = (jobsPool: pg.Pool) =>
  jobsPool.query(
    `delete from session where least(revoked_at, expires_at) < now() - interval '30 days'`,
  );
