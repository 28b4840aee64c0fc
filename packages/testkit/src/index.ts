export {
  type CommitteePeople,
  makeCommitteePeople,
  type PeoplePlan,
} from './household/committee-people.ts';
export { demonstrationDoor } from './household/demonstration.ts';
export type { Household } from './household/household.ts';
export { type HouseholdKind, householdKinds } from './household/kinds.ts';
export type { Relation } from './household/member.ts';
export type { Resident } from './household/resident.ts';
export {
  type PopulationTag,
  populationTags,
  type ServiceTag,
  serviceTags,
} from './household/tags.ts';
export {
  type Channel,
  type DayPlan,
  type MatterItem,
  makeDay,
  type Request,
} from './matter/day.ts';
export {
  districtOffices,
  type Office,
  serviceCentreName,
  subdistrictOffices,
} from './organisation/offices.ts';
export { makeWorkers, type Worker, type WorkersPlan } from './organisation/workers.ts';
export type { Sex } from './person/given-names.ts';
export { isImpossibleIdentityNumber, makeIdentityNumber } from './person/identity-number.ts';
export { makeName } from './person/name.ts';
export { demonstrationPhone, isFictitiousPhone, makePhone } from './person/phone.ts';
export type { Building, Dwelling } from './place/buildings.ts';
export {
  type CommitteePlace,
  committeePlaces,
  districtName,
  subdistrictName,
} from './place/committees.ts';
export { type SeededRandom, seededRandom } from './random/random.ts';
export { uuidFrom } from './random/uuid-from.ts';
export { type FixedClock, fixedClock } from './time/fixed-clock.ts';
