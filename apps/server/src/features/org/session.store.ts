import type { Role, ServiceLine } from '@qzt/domain/org';
import type pg from 'pg';

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
  readonly lockedUntil: Date | null;
  readonly failed: number;
  readonly totpSecret: Buffer | null;
  readonly totpConfirmed: boolean;
  readonly totpLastStep: number | null;
}

export interface LiveSession extends Person {
  readonly id: string;
  readonly expiresAt: Date;
  readonly lastSeenAt: Date;
  readonly secondFactor: boolean;
}

const PERSON = `s.id as "staffId", c.username, s.name, s.org_id as "orgId", s.leader, s.roles, s.service_lines as "serviceLines"`;
const CREDENTIAL = `${PERSON}, c.password_hash as "passwordHash", c.locked_until as "lockedUntil", c.failed,
  c.totp_secret as "totpSecret", c.totp_confirmed_at is not null as "totpConfirmed", c.totp_last_step as "totpLastStep"`;

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
    `select e.id, e.expires_at as "expiresAt", e.last_seen_at as "lastSeenAt", c.totp_confirmed_at is not null as "secondFactor", ${PERSON}
     from session e join staff s on s.id = e.staff_id join credential c on c.staff_id = s.id
     where e.token_hash = $1 and e.revoked_at is null and e.expires_at > $2 and s.left_at is null`,
    [tokenHash, now],
  );

/** Counts a failure and, from `lockFrom` on, locks for a time that doubles; in one statement, so none is lost. */
export const countFailure = (
  pool: pg.Pool,
  staffId: string,
  now: Date,
  lockFrom: number,
  maxMinutes: number,
) =>
  pool.query(
    `update credential set failed = failed + 1,
       locked_until = case when failed + 1 >= $3
         then $2::timestamptz + make_interval(mins => least($4, power(2, least(failed + 1 - $3, 10))::int)) else locked_until end
     where staff_id = $1`,
    [staffId, now, lockFrom, maxMinutes],
  );

export const clearFailures = (pool: pg.Pool, staffId: string) =>
  pool.query(
    'update credential set failed = 0, locked_until = null where staff_id = $1 and failed > 0',
    [staffId],
  );

/** Takes a time step once. False when it was taken before: a code that was seen over a shoulder is spent. */
export async function spendStep(pool: pg.Pool, staffId: string, step: number): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update credential set totp_last_step = $2 where staff_id = $1 and (totp_last_step is null or totp_last_step < $2)',
    [staffId, step],
  );
  return rowCount === 1;
}

export const insertSession = (
  pool: pg.Pool,
  row: {
    id: string;
    staffId: string;
    tokenHash: Buffer;
    device: string;
    now: Date;
    expiresAt: Date;
  },
) =>
  pool.query(
    'insert into session (id, staff_id, token_hash, device, created_at, last_seen_at, expires_at) values ($1, $2, $3, $4, $5, $5, $6)',
    [row.id, row.staffId, row.tokenHash, row.device, row.now, row.expiresAt],
  );

export const touchSession = (pool: pg.Pool, id: string, now: Date) =>
  pool.query('update session set last_seen_at = $2 where id = $1', [id, now]);

export async function endSession(
  pool: pg.Pool,
  staffId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    'update session set revoked_at = $3 where id = $1 and staff_id = $2 and revoked_at is null',
    [id, staffId, now],
  );
  return rowCount === 1;
}

export const endOtherSessions = (pool: pg.Pool, staffId: string, keep: string | null, now: Date) =>
  pool.query(
    'update session set revoked_at = $3 where staff_id = $1 and revoked_at is null and id is distinct from $2',
    [staffId, keep, now],
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

export const setPasswordHash = (pool: pg.Pool, staffId: string, hash: string, now: Date) =>
  pool.query('update credential set password_hash = $2, changed_at = $3 where staff_id = $1', [
    staffId,
    hash,
    now,
  ]);

export const setSecondFactor = (pool: pg.Pool, staffId: string, secret: Buffer | null) =>
  pool.query(
    'update credential set totp_secret = $2, totp_confirmed_at = null, totp_last_step = null where staff_id = $1',
    [staffId, secret],
  );

export const confirmSecondFactor = (pool: pg.Pool, staffId: string, now: Date) =>
  pool.query(
    'update credential set totp_confirmed_at = $2 where staff_id = $1 and totp_secret is not null',
    [staffId, now],
  );
