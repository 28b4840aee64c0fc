export { KIT_READY_FROM, mostAsked, NOTICES_IN_KIT } from './most-asked.ts';
