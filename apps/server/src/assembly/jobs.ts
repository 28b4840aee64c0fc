import { type JobGround, receptionTasks } from '../features/reception/index.ts';
import { sealTask } from '../platform/audit/index.ts';
import type { RecurringTask } from '../platform/queue/index.ts';
import { tidyTask } from '../platform/tidy/index.ts';

/** Everything that comes round again by itself. */
export const recurringTasks = (ground: JobGround): RecurringTask[] => [
  ...receptionTasks(ground),
  sealTask(ground),
  tidyTask(ground.jobsPool),
];
