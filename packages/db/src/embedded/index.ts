export { type AttachedServer, attachEmbedded } from './attach.ts';
export { LaunchError, type LaunchErrorCode } from './launch-error.ts';
export { DATABASE, ROLE_NAMES, type Role } from './roles.ts';
export { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './start.ts';
