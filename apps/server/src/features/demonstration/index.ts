export { holdsDemonstration, makeDemonstration } from './demonstration.service.ts';
export { fillCommittees } from './generate/generate.service.ts';
export { fillPractice } from './generate/practice.ts';
export { practiceOffices } from './generate/practice-offices.ts';
