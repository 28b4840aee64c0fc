import { KIT_READY_FROM } from '@qzt/domain/offline-kit';
import { faultOf, type Logger } from '../../platform/log.ts';
import type { Pool } from '../../platform/pool.ts';
import { localDate, toOffset } from '../../platform/time.ts';
import { type KitGround, makeKit } from './offline-kit.service.ts';
import { committeeWithoutKit } from './offline-kit.store.ts';

export interface EveningGround extends KitGround {
  readonly jobsPool: Pool;
  readonly log: Logger;
}

const clockOf = (at: Date): string => toOffset(at).slice(11, 16);

/**
 * Each call makes the kit of one more committee, once its evening has come; one at a time, so that nobody at a desk waits
 * behind two hundred kits. A committee whose kit cannot be made is said once and left for the day: the next ones get theirs.
 */
export function evening(ground: EveningGround): () => Promise<void> {
  let day = '';
  let failed: string[] = [];
  return async () => {
    const now = ground.clock.now();
    const date = localDate(now);
    if (clockOf(now) < KIT_READY_FROM) return;
    if (date !== day) failed = [];
    day = date;
    const id = await committeeWithoutKit(ground.jobsPool, date, failed);
    const committee = id === undefined ? undefined : await ground.directory.unit(id);
    if (committee === undefined) return;
    try {
      await makeKit(ground, committee);
    } catch (error) {
      failed.push(committee.id);
      ground.log.error({ fault: faultOf(error), committee: committee.code }, 'no offline kit');
    }
  };
}
