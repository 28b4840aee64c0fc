import { lendingTasks, loanMessages } from '../features/lending/index.ts';
import { type KitGround, kitTask } from '../features/offline-kit/index.ts';
import { recountTask } from '../features/promise/index.ts';
import { type JobGround, receptionTasks } from '../features/reception/index.ts';
import { sealTask } from '../platform/audit/index.ts';
import type { RecurringTask } from '../platform/queue/index.ts';
import { tidyTask } from '../platform/tidy/index.ts';
import { recountOf } from './recount.ts';

/** Everything that comes round again by itself. */
export const recurringTasks = (
  ground: Omit<JobGround, 'loanMessages'> & KitGround,
): RecurringTask[] => [
  ...receptionTasks({ ...ground, loanMessages: loanMessages(ground) }),
  ...lendingTasks(ground),
  kitTask(ground),
  recountTask(recountOf(ground)),
  sealTask(ground),
  tidyTask(ground.jobsPool),
];
