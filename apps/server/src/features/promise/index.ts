export { owedBy, sameOwed } from './owed.ts';
export { owe, settle } from './promise.store.ts';
export { shipCalendar, WorkingTimes } from './working-time.ts';
