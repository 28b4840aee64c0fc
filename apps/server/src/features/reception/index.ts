export type { CaseGround } from './case.service.ts';
export { receptionRoutes } from './reception.routes.ts';
