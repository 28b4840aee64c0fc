import QuickLRU from 'quick-lru';
import { Refusal } from '../../platform/refusal.ts';
import { type Ground, transact } from '../../platform/transact.ts';
import { actorOf } from './actor-of.ts';
import type { Directory } from './directory.ts';
import * as store from './session.store.ts';

/** Wrong passwords before an account waits, and how long it waits at most. Assumed, no source. */
const LOCK_FROM = 5;
const LOCK_MAX_MINUTES = 15;

/** A guess that is being checked: it counts as a failure until it proves right. */
export interface Attempt {
  readonly found: store.Credential | undefined;
  readonly failed: number;
  readonly locks: boolean;
}

/**
 * Lets so many guesses pass and no more. A guess is counted before it is checked, in one statement, so that a burst of
 * guesses passes no more than the limit. Names that nobody has are counted alike, or a lock-out would tell which exist.
 */
export class SignInGuard {
  readonly #ground: Ground;
  readonly #directory: Directory;
  readonly #unknown = new QuickLRU<string, store.Counted>({ maxSize: 10_000 });

  constructor(ground: Ground, directory: Directory) {
    this.#ground = ground;
    this.#directory = directory;
  }

  /** Errors: `slow-down` while the account waits. */
  async admit(found: store.Credential | undefined, username: string, now: Date): Promise<Attempt> {
    const counted = found
      ? await store.countAttempt(this.#ground.pool, found.staffId, now, LOCK_FROM, LOCK_MAX_MINUTES)
      : this.#countUnknown(username, now);
    if (!counted.admitted) throw waits(counted.lockedUntil ?? now, now);
    return { found, failed: counted.failed, locks: counted.failed >= LOCK_FROM };
  }

  /** The guess was wrong; where it made the account wait, the log of its organisation says so. */
  async failed({ found, failed, locks }: Attempt): Promise<void> {
    if (found === undefined || !locks) return;
    const actor = await actorOf(found, this.#directory);
    await transact(this.#ground, actor, '登录与安全', async (work) => {
      work.audit({
        action: 'session.lock',
        subject: 'staff',
        subjectId: found.staffId,
        facts: { failed },
      });
    });
  }

  /** Nothing was guessed wrong: takes this attempt off the count, and only this one. */
  async release({ found, failed }: Attempt): Promise<void> {
    if (found) await store.uncountAttempt(this.#ground.pool, found.staffId, failed);
  }

  #countUnknown(username: string, now: Date): store.Counted {
    const before = this.#unknown.get(username);
    const waiting = before?.lockedUntil && before.lockedUntil > now;
    if (before && waiting) return { ...before, admitted: false };
    const failed = (before?.failed ?? 0) + 1;
    const minutes = Math.min(LOCK_MAX_MINUTES, 2 ** (failed - LOCK_FROM));
    const lockedUntil = failed >= LOCK_FROM ? new Date(now.getTime() + minutes * 60_000) : null;
    const after = { admitted: true, failed, lockedUntil };
    this.#unknown.set(username, after);
    return after;
  }
}

function waits(until: Date, now: Date): Refusal {
  const waitSeconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  return new Refusal('slow-down', {
    waitSeconds,
    detail: `密码错了太多次,请 ${Math.ceil(waitSeconds / 60)} 分钟后再试,或请管理员重设密码`,
  });
}
