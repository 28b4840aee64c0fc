export { lendingTasks } from './lending.jobs.ts';
export { lendingRoutes } from './lending.routes.ts';
export { loansByIds } from './loan.store.ts';
export { type LendingRow, lendingRegister } from './loan-list.service.ts';
export { loanMessages } from './loan-messages.ts';
export { loanLine } from './loan-view.ts';
export { things } from './things.ts';
