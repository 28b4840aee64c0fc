import { LOAN_STATE_LABELS, type LoanState } from '../lending/index.ts';
import type { CaseEnding, CaseStatus, Channel, Outcome } from '../reception/index.ts';
import { ENDING_LABELS, STATUS_LABELS } from '../reception/index.ts';
import { type InstantText, millisecondsOf } from '../shared/index.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * One line of a register: a matter that somebody came with, with the case that came of it. Persons (`who`, `phone`,
 * `door`, `words`, names of the staff) are null where they are not known, and for whoever reads without persons.
 */
export interface RegisterLine {
  readonly id: string;
  readonly number: string;
  readonly committee: Named;
  readonly at: InstantText;
  readonly enteredLate: boolean;
  /** Seen only by those named; whoever has it before him must know. */
  readonly confidential: boolean;
  readonly channel: Channel | null;
  readonly who: string | null;
  /** Who spoke for whom: `代 王*(女儿)`. */
  readonly onBehalfOf: string | null;
  readonly phone: string | null;
  readonly door: string | null;
  readonly words: string | null;
  readonly item: { readonly code: string; readonly name: string } | null;
  /** What was received of the papers. */
  readonly materials: readonly { readonly name: string; readonly copies: number }[];
  readonly firstAsked: Named | null;
  readonly handler: { readonly name: string | null; readonly org: string } | null;
  /** What was promised last; stays when it was kept. Null for what was settled on the spot. */
  readonly promisedBy: InstantText | null;
  /** Of the contact; null for a case that was opened without one. */
  readonly outcome: Outcome | null;
  readonly status: CaseStatus | null;
  readonly ending: CaseEnding | null;
  readonly late: boolean;
  readonly closedAt: InstantText | null;
  readonly rating: { readonly score: number; readonly of: number } | null;
  readonly journeys: number | null;
  readonly caseId: string | null;
  /** Of an urgent case: since when it is one, when somebody was first called, and the first step of anybody. */
  readonly urgentSince: InstantText | null;
  readonly firstCallAt: InstantText | null;
  readonly firstStepAt: InstantText | null;
  /** Numbers of the certificates that were issued. */
  readonly certificates: readonly string[];
  /** Of a line of the lending register: what was lent, and how much of it is back. */
  readonly loan: {
    readonly thing: string;
    readonly count: number;
    readonly returned: number;
    readonly state: LoanState;
  } | null;
}

const OUTCOME_TEXT: Readonly<Record<Outcome, string>> = {
  settled: '当场办结',
  advice: '已解答',
  referred: '已指引去办',
  refused: '不予办理',
  case: '答应办,还没登记办件',
};

/** How a matter came out or where it stands, in the words of the register. */
export function outcomeText(
  line: Pick<RegisterLine, 'outcome' | 'status' | 'ending' | 'late'>,
): string {
  if (line.status === null) return line.outcome === null ? '' : OUTCOME_TEXT[line.outcome];
  if (line.status === 'closed' && line.ending !== null) return ENDING_LABELS[line.ending];
  return line.late ? `${STATUS_LABELS[line.status]},已超时` : STATUS_LABELS[line.status];
}

/** Whole minutes from one instant to a later one, begun minutes counted in full: 61 seconds are 2. */
export function minutesBetween(from: InstantText, to: InstantText | null): number | null {
  if (to === null) return null;
  return Math.max(0, Math.ceil((millisecondsOf(to) - millisecondsOf(from)) / 60_000));
}

/** `身份证×1、户口簿×2`. */
export const materialsText = (materials: RegisterLine['materials']): string =>
  materials.map(({ name, copies }) => `${name}×${copies}`).join('、');

/** Whether a thing is back, in the words of the register. */
export function loanText({ loan, late }: Pick<RegisterLine, 'loan' | 'late'>): string {
  if (loan === null) return '';
  const state = LOAN_STATE_LABELS[loan.state];
  const some = loan.state === 'out' && loan.returned > 0 ? `${state},已还 ${loan.returned}` : state;
  return late ? `${some},已超时` : some;
}
