export { type RecurringTask, startQueue } from './queue.ts';
