export {
  ALARM_DEFAULTS,
  type AlarmParameters,
  type AlarmStep,
  type AlarmTarget,
  alarmClimbs,
  alarmLadder,
} from './alarm-ladder.ts';
export {
  DEFAULT_CLOSING,
  type Due,
  dueAt,
  dueOn,
  hoursOnWorkingDay,
  type WorkingTime,
} from './due.ts';
export { hoursTold } from './hours-told.ts';
export { LADDER, type LadderStep, type LadderTarget, ladder } from './ladder.ts';
export {
  type HoursException,
  type HoursPeriod,
  type OpeningBand,
  type OpeningHours,
  type OpeningTime,
  openingHours,
} from './opening-hours.ts';
export {
  acceptBy,
  PROMISE_DEFAULTS,
  type PromiseParameters,
  silenceUntil,
  tellBy,
} from './promises.ts';
export { nextSendTime, QUIET_HOURS } from './quiet-hours.ts';
export { type Settled, settledAs } from './settled.ts';
export {
  type CalendarRow,
  type DayKind,
  type WorkCalendar,
  workCalendar,
} from './work-calendar.ts';
export { addWorkingDays, type CountedDate, workingDaysBegun } from './working-days.ts';
