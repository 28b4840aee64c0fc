import type { Role, ServiceLine } from '@qzt/domain/org';
import type pg from 'pg';
import type { Work } from '../../platform/transact.ts';

/** Sign-in works before there is a scope: these tables are reference tables and read by no other feature. */
export interface Person {
  readonly staffId: string;
  readonly username: string;
  readonly name: string;
  readonly orgId: string;
  readonly leader: boolean;
  readonly roles: readonly Role[];
  readonly serviceLines: readonly ServiceLine[];
}

export interface Credential extends Person {
  readonly passwordHash: string;
  readonly totpSecret: Buffer | null;
  readonly totpPending: Buffer | null;
  readonly totpConfirmed: boolean;
}

export interface LiveSession extends Person {
  readonly id: string;
  readonly expiresAt: Date;
  readonly lastSeenAt: Date;
  readonly secondFactor: boolean;
  /** Whose account it is; while he practises, `staffId` is his second self. */
  readonly accountId: string;
}

const PERSON = `s.id as "staffId", c.username, s.name, s.org_id as "orgId", s.leader, s.roles, s.service_lines as "serviceLines"`;
const CREDENTIAL = `${PERSON}, c.password_hash as "passwordHash",
  c.totp_secret as "totpSecret", c.totp_pending as "totpPending", c.totp_confirmed_at is not null as "totpConfirmed"`;

const one = async <Row extends object>(
  pool: pg.Pool,
  text: string,
  values: unknown[],
): Promise<Row | undefined> => (await pool.query<Row>(text, values)).rows[0];

export const credentialByName = (pool: pg.Pool, username: string) =>
  one<Credential>(
    pool,
    `select ${CREDENTIAL} from credential c join staff s on s.id = c.staff_id where c.username = $1 and s.left_at is null`,
    [username],
  );

export const credentialOf = (pool: pg.Pool, staffId: string) =>
  one<Credential>(
    pool,
    `select ${CREDENTIAL} from credential c join staff s on s.id = c.staff_id where c.staff_id = $1 and s.left_at is null`,
    [staffId],
  );

export const sessionByToken = (pool: pg.Pool, tokenHash: Buffer, now: Date) =>
  one<LiveSession>(
    pool,
    `select e.id, e.expires_at as "expiresAt", e.last_seen_at as "lastSeenAt", c.totp_confirmed_at is not null as "secondFactor",
       account.id as "accountId", ${PERSON}
     from session e join staff account on account.id = e.staff_id join credential c on c.staff_id = account.id
       join staff s on s.id = coalesce(e.practice_staff_id, e.staff_id)
     where e.token_hash = $1 and e.revoked_at is null and e.expires_at > $2 and account.left_at is null`,
    [tokenHash, now],
  );

export interface Counted {
  readonly admitted: boolean;
  readonly failed: number;
  readonly lockedUntil: Date | null;
}

/**
 * Counts an attempt unless the account waits, and from `lockFrom` on makes it wait for a time that doubles; in one
 * statement, so that none of many at once is lost or slips through.
 */
export async function countAttempt(
  pool: pg.Pool,
  staffId: string,
  now: Date,
  lockFrom: number,
  maxMinutes: number,
): Promise<Counted> {
  const counted = await one<Omit<Counted, 'admitted'>>(
    pool,
    `update credential set failed = failed + 1,
       locked_until = case when failed + 1 >= $3
         then $2::timestamptz + make_interval(mins => least($4, power(2, least(failed + 1 - $3, 10))::int)) end
     where staff_id = $1 and (locked_until is null or locked_until <= $2)
     returning failed, locked_until as "lockedUntil"`,
    [staffId, now, lockFrom, maxMinutes],
  );
  if (counted) return { admitted: true, ...counted };
  const waiting = await one<Omit<Counted, 'admitted'>>(
    pool,
    'select failed, locked_until as "lockedUntil" from credential where staff_id = $1',
    [staffId],
  );
  return {
    admitted: false,
    failed: waiting?.failed ?? 0,
    lockedUntil: waiting?.lockedUntil ?? null,
  };
}

/** Takes one attempt off; the wait that it brought ends, one that another attempt brought since does not. */
export const uncountAttempt = (pool: pg.Pool, staffId: string, failed: number) =>
  pool.query(
    `update credential set failed = failed - 1, locked_until = case when failed <> $2 then locked_until end
     where staff_id = $1 and failed > 0`,
    [staffId, failed],
  );

export const clearFailures = (work: Work, staffId: string): void =>
  work.tx.write(
    'update credential set failed = 0, locked_until = null where staff_id = $1 and failed > 0',
    [staffId],
  );

/** Takes a time step once. False when it was taken before: a code that was seen over a shoulder is spent. */
export async function spendStep(work: Work, staffId: string, step: number): Promise<boolean> {
  const rows = await work.tx.read(
    `update credential set totp_last_step = $2
     where staff_id = $1 and (totp_last_step is null or totp_last_step < $2) returning staff_id`,
    [staffId, step],
  );
  return rows.length === 1;
}

export const insertSession = (
  work: Work,
  row: {
    id: string;
    staffId: string;
    tokenHash: Buffer;
    device: string;
    expiresAt: Date;
  },
): void =>
  work.tx.write(
    'insert into session (id, staff_id, token_hash, device, created_at, last_seen_at, expires_at) values ($1, $2, $3, $4, $5, $5, $6)',
    [row.id, row.staffId, row.tokenHash, row.device, work.now, row.expiresAt],
  );

export const touchSession = (pool: pg.Pool, id: string, now: Date) =>
  pool.query('update session set last_seen_at = $2 where id = $1', [id, now]);

/** From the next request on the session acts as this second self; null: as the person again. False: it has ended. */
export async function switchSession(
  work: Work,
  accountId: string,
  id: string,
  practiceStaffId: string | null,
): Promise<boolean> {
  const rows = await work.tx.read(
    'update session set practice_staff_id = $3 where id = $1 and staff_id = $2 and revoked_at is null returning id',
    [id, accountId, practiceStaffId],
  );
  return rows.length === 1;
}

export async function endSession(work: Work, staffId: string, id: string): Promise<boolean> {
  const rows = await work.tx.read(
    'update session set revoked_at = $3 where id = $1 and staff_id = $2 and revoked_at is null returning id',
    [id, staffId, work.now],
  );
  return rows.length === 1;
}

export const endOtherSessions = (work: Work, staffId: string, keep: string | null): void =>
  work.tx.write(
    'update session set revoked_at = $3 where staff_id = $1 and revoked_at is null and id is distinct from $2',
    [staffId, keep, work.now],
  );

export async function liveSessions(pool: pg.Pool, staffId: string, now: Date) {
  const { rows } = await pool.query<{
    id: string;
    device: string;
    created_at: Date;
    last_seen_at: Date;
  }>(
    `select id, device, created_at, last_seen_at from session
     where staff_id = $1 and revoked_at is null and expires_at > $2 order by last_seen_at desc`,
    [staffId, now],
  );
  return rows;
}

export const setPasswordHash = (work: Work, staffId: string, hash: string): void =>
  work.tx.write('update credential set password_hash = $2, changed_at = $3 where staff_id = $1', [
    staffId,
    hash,
    work.now,
  ]);

/** Keeps a secret that nobody has confirmed yet beside the one that counts. */
export const setPendingFactor = (work: Work, staffId: string, secret: Buffer): void =>
  work.tx.write('update credential set totp_pending = $2 where staff_id = $1', [staffId, secret]);

/** The pending secret counts from now on; false when it is not the pending one any more. */
export async function confirmSecondFactor(
  work: Work,
  staffId: string,
  pending: Buffer,
  step: number,
): Promise<boolean> {
  const rows = await work.tx.read(
    `update credential set totp_secret = totp_pending, totp_pending = null, totp_confirmed_at = $3, totp_last_step = $4
     where staff_id = $1 and totp_pending = $2 returning staff_id`,
    [staffId, pending, work.now, step],
  );
  return rows.length === 1;
}

export const removeSecondFactor = (work: Work, staffId: string): void =>
  work.tx.write(
    `update credential set totp_secret = null, totp_pending = null, totp_confirmed_at = null, totp_last_step = null
     where staff_id = $1`,
    [staffId],
  );
