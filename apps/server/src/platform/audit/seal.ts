import { inTransaction } from '@qzt/db';
import { JOB_ID } from '../actor.ts';
import type { Clock } from '../clock.ts';
import { faultOf, type Logger } from '../log.ts';
import type { Pool } from '../pool.ts';
import type { RecurringTask } from '../queue/index.ts';
import { GENESIS, leafHash, merkleRoot, sealHash } from './merkle.ts';
import * as store from './seal.store.ts';

const HOUR_MS = 3_600_000;
/** How long a transaction may hold back its entry: longer than any that the pools let live. */
const LATE_MS = 120_000;
/** Hashing is the server's own work: so many entries hold up a request by some milliseconds. */
const BATCH = 1_000;

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
 * Seals what an organisation's log has gained. Not by way of `transact`: a sealing that left an entry would have to be
 * sealed, and so on. Answers how many entries were sealed.
 */
function sealBatch(ground: SealGround, orgId: string, since: Date | null): Promise<number> {
  return inTransaction(ground.pool, scopeOf(orgId), async (tx) => {
    await store.lockChain(tx, orgId);
    const [entries, last] = [
      await store.unsealedEntries(tx, orgId, since, BATCH),
      await store.lastSeal(tx, orgId),
    ];
    if (entries.length === 0) return 0;
    const leaves = entries.map((entry) => ({ id: entry.id, hash: leafHash(entry) }));
    const root = merkleRoot(leaves.map(({ hash }) => hash));
    const seq = (last?.seq ?? 0) + 1;
    const previous = last?.seal ?? GENESIS;
    const seal = sealHash(previous, root, seq, leaves.length);
    store.insertSeal(tx, orgId, { seq, root, previous, seal, leaves });
    return leaves.length;
  });
}

async function sealOrg(ground: SealGround, orgId: string, since: Date | null): Promise<boolean> {
  try {
    while ((await sealBatch(ground, orgId, since)) === BATCH);
    return true;
  } catch (error) {
    ground.log.error({ orgId, fault: faultOf(error) }, 'an audit log could not be sealed');
    return false;
  }
}

/**
 * Seals every organisation's entries from `since` on, or all that are not sealed (null), however old. One organisation
 * that fails blocks no other; false when one did.
 */
export async function sealAudit(ground: SealGround, since: Date | null): Promise<boolean> {
  const orgs =
    since === null
      ? await store.allOrgs(ground.jobsPool)
      : await store.unsealedOrgs(ground.jobsPool, since);
  let whole = true;
  for (const orgId of orgs) whole = (await sealOrg(ground, orgId, since)) && whole;
  return whole;
}

/**
 * Seals every few seconds, so that no writer waits for another. It looks at what came since it last looked, an hour
 * back at most; what was missed so (a clock that was off, a long stop) is looked for at the start and once an hour.
 */
export function sealTask(ground: SealGround): RecurringTask {
  let lookedAtAll = Number.NEGATIVE_INFINITY;
  let sealedUpTo = 0;
  return {
    name: 'seal-audit',
    everySeconds: 5,
    run: async () => {
      const now = ground.clock.now().getTime();
      const since = new Date(Math.max(now - HOUR_MS, sealedUpTo - LATE_MS));
      if (await sealAudit(ground, since)) sealedUpTo = now;
      if (performance.now() - lookedAtAll < HOUR_MS) return;
      lookedAtAll = performance.now();
      await sealAudit(ground, null);
    },
  };
}
