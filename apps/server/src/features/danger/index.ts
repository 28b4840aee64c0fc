export { dangerRoutes } from './danger.routes.ts';
export { shippedDangers } from './dangers.ts';
