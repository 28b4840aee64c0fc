export { worklistRoutes } from './worklist.routes.ts';
export { type WorkRow, worklist, workRowsOf } from './worklist.store.ts';
