import type { Logger } from '../../platform/log.ts';
import type { Gateway } from '../../platform/notify/index.ts';
import type { Pool } from '../../platform/pool.ts';
import type { CaseGround } from './case-ground.ts';

/** What the jobs of a committee's cases need besides. */
export interface JobGround extends CaseGround {
  /** Of the jobs' role: sees in which committee something is due, and nothing of it. */
  readonly jobsPool: Pool;
  readonly gateway: Gateway;
  readonly log: Logger;
}
