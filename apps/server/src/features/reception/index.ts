export { placeOf } from './case.store.ts';
export type { CaseGround } from './case-ground.ts';
export { handOverCases, overtaken } from './hand-over.service.ts';
export type { JobGround } from './job-ground.ts';
export { recipientOf } from './messages.ts';
export { countOpen } from './open-case.store.ts';
export { receptionTasks } from './reception.jobs.ts';
export { receptionRoutes } from './reception.routes.ts';
export { recountDueTimes } from './recount.service.ts';
