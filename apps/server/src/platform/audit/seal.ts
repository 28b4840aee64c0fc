import { inTransaction } from '@qzt/db';
import { JOB_ID } from '../actor.ts';
import type { Clock } from '../clock.ts';
import { faultOf, type Logger } from '../log.ts';
import type { Pool } from '../pool.ts';
import type { RecurringTask } from '../queue/index.ts';
import { GENESIS, leafHash, merkleRoot, sealHash } from './merkle.ts';
import * as store from './seal.store.ts';

/**
 * Where to begin to look for entries: at a time, where the log is known to be complete up to (`mark`), or at the first
 * entry (`first`), which reads the whole log.
 */
export type SealFrom = Date | 'mark' | 'first';

const HOUR_MS = 3_600_000;
/** How long a transaction may hold back its entry: longer than any that the pools let live. */
const LATE_MS = 120_000;
/** How far back each look of the few seconds goes: all but the rarest entry is committed by then. */
const SOON_MS = 15_000;
/** Hashing is the server's own work: so many entries hold up a request by some milliseconds. */
const STRETCH = 1_000;

export interface SealGround {
  /** Of the application's role, which seals. */
  readonly pool: Pool;
  /** Of the jobs' role, which sees where something is unsealed. */
  readonly jobsPool: Pool;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The log of one organisation may be read, and nothing else. */
const scopeOf = (orgId: string) => ({
  committees: [],
  orgs: [orgId],
  org: orgId,
  staff: JOB_ID,
  permissions: ['audit.read'],
});

/**
 * Seals what is not sealed of one stretch of an organisation's log, and answers where the next begins. Not by way of
 * `transact`: a sealing that left an entry would have to be sealed, and so on.
 */
function sealStretch(
  ground: SealGround,
  orgId: string,
  from: SealFrom,
  after: store.LogPlace | undefined,
): Promise<store.LogPlace | undefined> {
  const now = ground.clock.now();
  return inTransaction(ground.pool, scopeOf(orgId), async (tx) => {
    await store.lockChain(tx, orgId);
    const mark = await store.markOf(tx, orgId);
    const since = startOf(from, mark);
    const [{ unsealed, next }, last] = [
      await store.nextStretch(tx, orgId, after ?? since, STRETCH),
      await store.lastSeal(tx, orgId),
    ];
    const moved = markAfter(mark, since, next === undefined ? now : new Date(next.at));
    if (moved !== mark && moved !== null) store.setMark(tx, orgId, moved);
    if (unsealed.length > 0) {
      const hashes = unsealed.map(leafHash);
      const root = merkleRoot(hashes);
      const seq = (last?.seq ?? 0) + 1;
      const previous = last?.seal ?? GENESIS;
      const seal = sealHash(previous, root, seq, unsealed.length);
      store.insertSeal(tx, orgId, { seq, root, previous, seal, entries: unsealed, hashes });
      store.noteSeal(tx, orgId, seq);
    }
    return next;
  });
}

/** Null for the first entry. An entry may be committed late, so that a mark is never taken quite at its word. */
function startOf(from: SealFrom, mark: Date | null): Date | null {
  if (from === 'first') return null;
  if (from !== 'mark') return from;
  return mark && new Date(mark.getTime() - LATE_MS);
}

/** The mark moves on where a look began far enough behind it, and stays where a stretch was left out. */
function markAfter(mark: Date | null, since: Date | null, reached: Date): Date | null {
  if (since === null) return reached;
  if (mark === null || since.getTime() > mark.getTime() - LATE_MS) return mark;
  return reached > mark ? reached : mark;
}

async function sealOrg(ground: SealGround, orgId: string, from: SealFrom): Promise<boolean> {
  try {
    let after: store.LogPlace | undefined;
    do after = await sealStretch(ground, orgId, from, after);
    while (after !== undefined);
    return true;
  } catch (error) {
    ground.log.error({ orgId, fault: faultOf(error) }, 'an audit log could not be sealed');
    return false;
  }
}

/** Seals what is not sealed of every organisation. One that fails blocks no other; false when one did. */
export async function sealAudit(ground: SealGround, from: SealFrom): Promise<boolean> {
  const orgs =
    from instanceof Date
      ? await store.writingOrgs(ground.jobsPool, from)
      : await store.allOrgs(ground.jobsPool);
  let whole = true;
  for (const orgId of orgs) whole = (await sealOrg(ground, orgId, from)) && whole;
  return whole;
}

/**
 * Seals every few seconds, so that no writer waits for another. It looks at what came since it last looked, an hour
 * back at most. What was missed so (a long stop, a seal that failed) is looked for at the start and once an hour from
 * where the log is complete up to; once a day the whole log is, for what no mark knows (a clock that was off).
 */
export function sealTask(ground: SealGround): RecurringTask {
  let lookedBack = Number.NEGATIVE_INFINITY;
  let sealedUpTo = 0;
  return {
    name: 'seal-audit',
    everySeconds: 5,
    run: async () => {
      const now = ground.clock.now().getTime();
      const since = new Date(Math.max(now - HOUR_MS, sealedUpTo - SOON_MS));
      if (await sealAudit(ground, since)) sealedUpTo = now;
      if (performance.now() - lookedBack < HOUR_MS) return;
      lookedBack = performance.now();
      const whole = await store.takeFullLook(ground.pool, ground.clock.now());
      if (!(await sealAudit(ground, whole ? 'first' : 'mark')) && whole)
        await store.giveFullLookBack(ground.pool);
    },
  };
}
