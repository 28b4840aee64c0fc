import { inTransaction } from '@qzt/db';
import { JOB_ID } from '../actor.ts';
import type { Clock } from '../clock.ts';
import { faultOf, type Logger } from '../log.ts';
import type { Pool } from '../pool.ts';
import type { RecurringTask } from '../queue/index.ts';
import { GENESIS, leafHash, merkleRoot, sealHash } from './merkle.ts';
import * as store from './seal.store.ts';

/** How far back a sealing looks. What was committed later than that (a clock that was off) is found once an hour. */
const RECENT_MS = 3_600_000;
const BATCH = 5_000;

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

/** Seals every organisation's new entries. `full`: however old. One organisation that fails blocks no other. */
export async function sealAudit(ground: SealGround, full: boolean): Promise<void> {
  const since = full ? null : new Date(ground.clock.now().getTime() - RECENT_MS);
  for (const orgId of await store.unsealedOrgs(ground.jobsPool, since)) {
    try {
      while ((await sealBatch(ground, orgId, since)) === BATCH);
    } catch (error) {
      ground.log.error({ orgId, fault: faultOf(error) }, 'an audit log could not be sealed');
    }
  }
}

/** Seals every few seconds, so that no writer waits for another; the first time and once an hour it looks at all. */
export function sealTask(ground: SealGround): RecurringTask {
  let full = Number.NEGATIVE_INFINITY;
  return {
    name: 'seal-audit',
    everySeconds: 5,
    run: async () => {
      const isFull = performance.now() - full > RECENT_MS;
      await sealAudit(ground, isFull);
      if (isFull) full = performance.now();
    },
  };
}
