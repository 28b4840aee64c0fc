export { dangerRoutes } from './danger.routes.ts';
export { type DangerRule, Dangers, shippedDangers } from './dangers.ts';
