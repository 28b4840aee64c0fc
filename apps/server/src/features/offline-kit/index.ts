export { kitTask } from './offline-kit.jobs.ts';
export { offlineKitRoutes } from './offline-kit.routes.ts';
export type { KitGround } from './offline-kit.service.ts';
