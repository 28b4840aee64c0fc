export { LENDING_DEFAULTS, type LendingParameters, loanDue, loanReminders } from './due.ts';
export {
  LOAN_STATE_LABELS,
  LOAN_STATES,
  type Loan,
  type LoanState,
  type LoanStep,
  takeLoanStep,
} from './loan.ts';
export { loanInWords, type Thing, thingNamed } from './things.ts';
