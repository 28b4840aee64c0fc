export { callBy } from './alarm.ts';
export { applyEvent, deriveCase } from './apply-event.ts';
export type {
  CaseEvent,
  EventActor,
  EventDataOf,
  EventDraft,
  EventText,
  Material,
  Named,
} from './case-event.ts';
export { caseNumber, shortDigits } from './case-number.ts';
export type { Alarm, CaseContext, CaseState, Handler, MaterialState } from './case-state.ts';
export {
  CASE_TABLE,
  type CaseRow,
  EVENT_TYPES,
  type EventType,
  type PostableType,
  type Relation,
  rowOf,
} from './case-table.ts';
export type {
  CaseCommand,
  CommandDataOf,
  DangerFact,
  DecideContext,
  OfficeFact,
  StaffFact,
} from './command.ts';
export { decide } from './decide.ts';
export {
  type EncounterFacts,
  MISSING_LABELS,
  type MissingCode,
  missingOfEncounter,
} from './encounter.ts';
export { CASE_FLAGS, type CaseFlag, flagsOf, isLate } from './flags.ts';
export { journeysAfter, journeysOf, type Trip } from './journeys.ts';
export { type InputReading, type PersonSought, readInput } from './one-input.ts';
export { PAPERS, type Paper, paperNames, paperRefused } from './papers.ts';
export { allowedActions, mustReportFirst } from './permits.ts';
export { PERSONAL_FIELDS, splitText, withText } from './personal-text.ts';
export { type RegisterCommand, refuseAtOnce, register, settle } from './register.ts';
export { type CaseActor, maySeeCase, relationsOf } from './relations.ts';
export { sharedWith } from './sharing.ts';
export * from './vocabulary.ts';
