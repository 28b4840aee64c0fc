export { handOverRoutes } from './hand-over.routes.ts';
export { HandedOverPresence } from './handed-over-presence.ts';
