import type { RecurringTask } from '../../platform/queue/index.ts';
import type { PromiseGround } from './promise-ground.ts';
import { recountNoted, recountWanted } from './recount.store.ts';

/**
 * How long after a change a case may still be stored with a due time from before it: the memory of another process
 * (`WorkingTimes`) and the longest transaction that the pools let live, together.
 */
const SETTLED_MS = 120_000;

/** Computes the due times of the open cases of these committees anew: a port that reception fills. */
export type Recount = (committeeIds: readonly string[]) => Promise<number>;

export interface RecountGround
  extends Pick<PromiseGround, 'pool' | 'clock' | 'directory' | 'workingTimes'> {
  readonly recount: Recount;
}

/**
 * Counts anew what a change of calendar or hours asked for: at once, and once more when nobody can store a due time
 * from before the change any longer; only then it is done. Harmless to run at any time and twice at once; cut off
 * half-way, the next run counts again. Answers how many cases moved.
 */
export async function recountWhatIsWanted(ground: RecountGround): Promise<number> {
  const wanted = await recountWanted(ground.pool);
  if (wanted === undefined) return 0;
  const settled = ground.clock.now().getTime() - wanted.at.getTime() > SETTLED_MS;
  if (!settled && wanted.counted >= wanted.change) return 0;
  ground.workingTimes.forget();
  const moved = await ground.recount(await reachOf(ground, wanted.orgs));
  await recountNoted(ground.pool, settled ? 'done' : 'counted', wanted.change);
  return moved;
}

async function reachOf(
  { directory }: RecountGround,
  orgs: readonly string[] | null,
): Promise<readonly string[]> {
  if (orgs === null) return [...(await directory.units()).keys()];
  const branches = await Promise.all([...new Set(orgs)].map((id) => directory.branch(id)));
  return [...new Set(branches.flat().map(({ id }) => id))];
}

/** Counts due times anew beside the requests: nobody waits for it who changes a calendar or hours. */
export const recountTask = (ground: RecountGround): RecurringTask => ({
  name: 'recount-due-times',
  everySeconds: 3,
  run: async () => {
    await recountWhatIsWanted(ground);
  },
});
