export { dangerRoutes } from './danger.routes.ts';
export { type Dangers, shippedDangers } from './dangers.ts';
