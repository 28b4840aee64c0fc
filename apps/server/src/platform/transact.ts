import { inTransaction, type Transaction } from '@qzt/db';
import type pg from 'pg';
import type { Actor } from './actor.ts';
import { type AuditNote, writeAudit } from './audit/note.ts';
import type { Clock } from './clock.ts';
import type { Keyring } from './keys/index.ts';
import { Refusal } from './refusal.ts';
import { type Repeat, storedOutcome, storeOutcome } from './repeat.ts';
import type { SubjectKey } from './subject/index.ts';

/** What every store works with: the pool of the application role, the secrets, the clock. */
export interface Ground {
  readonly pool: pg.Pool;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

/** A transaction inside `transact`: what the stores get. `now` is one instant for the whole act. */
export interface Work {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly now: Date;
  readonly keyring: Keyring;
  audit(note: AuditNote): void;
  /** The answer tells of this person: it is kept for a repeated request under this key, and gone when the key is. */
  tellsOf(key: SubjectKey): void;
}

/** Writes nobody accounts for are refused: the log must name whoever changed something, and why. */
class UnauditedWrite extends Error {}

/** PostgreSQL's codes for what can happen when two do the same at once. */
const UNIQUE_VIOLATION = '23505';
const LOCK_TIMEOUT = '55P03';

export const pgCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

export const violated = (error: unknown, constraint: string): boolean =>
  pgCode(error) === UNIQUE_VIOLATION &&
  error instanceof Error &&
  'constraint' in error &&
  error.constraint === constraint;

/** Whether a guard of the pipeline stopped the transaction: see `expect_one` in the migrations. */
export const isGuard = (error: unknown, what: string): boolean =>
  pgCode(error) === 'QZ001' && error instanceof Error && error.message === what;

/**
 * Runs a transaction that looks at a state and then guards what it saw, and runs it once more when the guard stopped it:
 * whoever came second finds at the second look what the first one left, and decides by that.
 */
export async function againAfter<T>(guard: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!isGuard(error, guard)) throw error;
    return act();
  }
}

async function attempt<T>(
  ground: Ground,
  actor: Actor,
  purpose: string,
  act: (work: Work) => Promise<T>,
  repeat?: Repeat,
) {
  return inTransaction(ground.pool, actor.scope, async (tx) => {
    let audited = false;
    let subject: SubjectKey | undefined;
    const now = ground.clock.now();
    const work: Work = {
      tx,
      actor,
      now,
      keyring: ground.keyring,
      audit(note) {
        audited = true;
        writeAudit(tx, actor, purpose, now, note);
      },
      tellsOf(key) {
        subject = key;
      },
    };
    const result = await act(work);
    if (tx.writes > 0 && !audited)
      throw new UnauditedWrite(`a write without an audit entry: ${purpose}`);
    if (repeat) storeOutcome(tx, ground.keyring, actor, repeat, JSON.stringify(result), subject);
    return result;
  });
}

/**
 * The only way to read or write records: one transaction in the actor's scope, with its purpose in the log.
 * With `repeat`, the outcome is stored with the act and a second request with the same key gets the same answer.
 *
 * Whoever comes twice usually fails first at something that the first request changed (a version, an id). So the
 * stored outcome is looked for after a failure, and the common case pays nothing for it.
 * Errors: what `act` throws; `idempotency-mismatch`, `idempotency-busy`.
 */
export async function transact<T>(
  ground: Ground,
  actor: Actor,
  purpose: string,
  act: (work: Work) => Promise<T>,
  repeat?: Repeat,
): Promise<T> {
  try {
    return await attempt(ground, actor, purpose, act, repeat);
  } catch (error) {
    if (repeat === undefined) throw error;
    const stored = await inTransaction(ground.pool, actor.scope, (tx) =>
      storedOutcome(tx, ground.keyring, actor, repeat),
    );
    if (stored !== undefined) return JSON.parse(stored) as T;
    if (pgCode(error) === LOCK_TIMEOUT) throw new Refusal('idempotency-busy');
    throw error;
  }
}
