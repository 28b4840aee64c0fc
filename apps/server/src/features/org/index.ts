export { Directory } from './directory.ts';
export { hashPassword } from './password.ts';
export { sessionRoutes } from './session.routes.ts';
export { Sessions } from './session.service.ts';
