import type { RecurringTask } from '../../platform/queue/index.ts';
import type { JobGround } from '../reception/index.ts';
import { remindOfLoans } from './remind.service.ts';

/** What lending needs to be woken for. */
export const lendingTasks = (ground: Omit<JobGround, 'loanMessages'>): RecurringTask[] => [
  { name: 'remind-of-loans', everySeconds: 30, run: () => remindOfLoans(ground) },
];
