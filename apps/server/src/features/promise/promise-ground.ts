import type { Ground } from '../../platform/transact.ts';
import type { Directory } from '../org/index.ts';
import type { Presence } from './presence.ts';
import type { WorkingTimes } from './working-time.ts';

/** What working time and promises need from the other rooms. */
export interface PromiseGround extends Ground {
  readonly directory: Directory;
  readonly workingTimes: WorkingTimes;
  readonly presence: Presence;
}
