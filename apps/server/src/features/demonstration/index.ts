export { holdsDemonstration, makeDemonstration } from './demonstration.service.ts';
export { COMMITTEES_OF, SIZES, type Size } from './generate/district.ts';
export { type FillOrder, fillCommittees } from './generate/generate.service.ts';
export { demoId } from './organisation.ts';
