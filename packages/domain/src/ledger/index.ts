export { type Cell, columnsOf, type RegisterColumn } from './columns.ts';
export { loanText, materialsText, minutesBetween, outcomeText, type RegisterLine } from './line.ts';
export { type PaperColumn, paperColumns } from './paper-columns.ts';
export {
  instantsOf,
  lastDayOf,
  PERIOD_LABELS,
  PERIOD_NAMES,
  type Period,
  type PeriodName,
  periodOf,
} from './period.ts';
export {
  countTrips,
  countTripsByItem,
  ENOUGH_MATTERS,
  isSettled,
  journeysOfContact,
  SETTLED_ENDINGS,
  shareText,
  TOO_FEW,
  type TripCounts,
  type TripGroup,
  tripsOf,
} from './trips.ts';
export * from './vocabulary.ts';
