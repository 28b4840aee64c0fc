export { eraseResident } from './erase.service.ts';
export { householdRoutes } from './household.routes.ts';
export { tokensOf } from './household.service.ts';
export { findResident, type Resident, type ResidentFacts } from './resident.store.ts';
