export { worklistRoutes } from './worklist.routes.ts';
export { type WorkRow, workRowsOf } from './worklist.store.ts';
