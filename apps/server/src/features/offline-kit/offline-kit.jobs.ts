import type { RecurringTask } from '../../platform/queue/index.ts';
import { type EveningGround, evening } from './evening.service.ts';

/** Two hundred committees have theirs in little more than an hour. */
export const kitTask = (ground: EveningGround): RecurringTask => ({
  name: 'make-kits',
  everySeconds: 20,
  run: evening(ground),
});
