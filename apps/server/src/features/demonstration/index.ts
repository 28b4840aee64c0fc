export { holdsDemonstration, makeDemonstration } from './demonstration.service.ts';
export { fillCommittees } from './generate/generate.service.ts';
