export { FIRST_DAY, type FirstDayStep, type PracticeTrace, practisedSteps } from './first-day.ts';
export { PRACTICE_MARK, practiceCode, practiceName, practiceRoles } from './second-self.ts';
