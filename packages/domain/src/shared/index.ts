export { addDays, dateOfDay, dayNumber, weekday, yearOf } from './date.ts';
export { DOMAIN_ERROR_CODES, DomainError, type DomainErrorCode, invalid } from './domain-error.ts';
export {
  type ClockText,
  type DateText,
  formatOffset,
  type InstantText,
  instantAt,
  localClock,
  localDate,
  millisecondsOf,
  ZONE,
} from './time.ts';
