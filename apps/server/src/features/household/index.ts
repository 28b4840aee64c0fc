export { eraseResident } from './erase.service.ts';
export { householdRoutes } from './household.routes.ts';
export { tokensOf } from './household.service.ts';
export { householdExists } from './household.store.ts';
export { knownOf } from './known.ts';
export { findResident, membersOf, type Resident, type ResidentFacts } from './resident.store.ts';
