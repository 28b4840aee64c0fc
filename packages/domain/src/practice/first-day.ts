/**
 * The exercises of the first day in their order, the last of them outside practice. No points, no ranking, no time: whether
 * somebody does them, in which order and how fast, is nobody's business (the rules of 2026 forbid study time and points as
 * a measure, and so do we).
 */
export const FIRST_DAY = ['find', 'settle', 'promise', 'refer', 'lend', 'real'] as const;
export type FirstDayStep = (typeof FIRST_DAY)[number];

/** What a person has really stored: how many of each, in practice, and contacts outside it. */
export interface PracticeTrace {
  /** Needs with an item of the catalogue behind them. */
  readonly found: number;
  /** Cases that were answered in the same go. */
  readonly settled: number;
  /** Cases opened that were not settled in the same go. */
  readonly promised: number;
  /** Cases handed to an office. */
  readonly referred: number;
  readonly lent: number;
  /** Contacts in the real committee. */
  readonly real: number;
}

const OF_STEP: Readonly<Record<FirstDayStep, keyof PracticeTrace>> = {
  find: 'found',
  settle: 'settled',
  promise: 'promised',
  refer: 'referred',
  lend: 'lent',
  real: 'real',
};

/** Which exercises are done: those of which something stands in the records. */
export const practisedSteps = (trace: PracticeTrace): FirstDayStep[] =>
  FIRST_DAY.filter((step) => trace[OF_STEP[step]] > 0);
