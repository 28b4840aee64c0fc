export { owedBy, pressedFor, sameOwed } from './owed.ts';
export { clearPresence } from './presence.store.ts';
export {
  type Colleague,
  type OnDuty,
  type Presence,
  StoredPresence,
  standInFor,
} from './presence.ts';
export { presetHours, startWithPresetHours } from './preset-hours.ts';
export { promiseRoutes } from './promise.routes.ts';
export { owe, settle } from './promise.store.ts';
export { type RecountGround, recountTask, recountWhatIsWanted } from './recount.service.ts';
export {
  claimPromise,
  committeesToWake,
  type DuePromise,
  moveOn,
  postpone,
  promisesToWake,
} from './wake.store.ts';
export { shipCalendar, WorkingTimes } from './working-time.ts';
