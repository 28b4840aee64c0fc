import type { RecurringTask } from '../../platform/queue/index.ts';
import type { JobGround } from './job-ground.ts';
import { sendMessages } from './send.service.ts';
import { wakePromises } from './wake.service.ts';

/** What the cases of a committee need to be woken for. Messages every few seconds: somebody waits for them. */
export const receptionTasks = (ground: JobGround): RecurringTask[] => [
  { name: 'wake-promises', everySeconds: 10, run: () => wakePromises(ground) },
  { name: 'send-messages', everySeconds: 5, run: () => sendMessages(ground) },
];
