import type { Pool } from '../pool.ts';
import type { RecurringTask } from '../queue/index.ts';
import { deleteEndedSessions, deleteOutcomes } from './tidy.store.ts';

/** Deletes what the contract keeps for a time: outcomes of writes after 7 days, ended sessions after 30. */
export async function tidy(jobsPool: Pool): Promise<void> {
  await deleteOutcomes(jobsPool);
  await deleteEndedSessions(jobsPool);
}

export const tidyTask = (jobsPool: Pool): RecurringTask => ({
  name: 'tidy',
  everySeconds: 3_600,
  run: () => tidy(jobsPool),
});
