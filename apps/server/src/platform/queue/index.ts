export { type Queue, type RecurringTask, startQueue } from './queue.ts';
