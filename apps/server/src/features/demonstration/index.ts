export { makeDemonstration } from './demonstration.service.ts';
