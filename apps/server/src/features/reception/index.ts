export type { CaseGround } from './case-ground.ts';
export { receptionRoutes } from './reception.routes.ts';
