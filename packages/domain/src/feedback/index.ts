import { dueAt, type WorkingTime } from '../promise/index.ts';
import type { InstantText } from '../shared/index.ts';

/** What somebody may want to say; a complaint function is required since 2026 (standing: press excerpts of the rule). */
export const FEEDBACK_KINDS = { suggestion: '建议', problem: '问题', complaint: '投诉' } as const;
export type FeedbackKind = keyof typeof FEEDBACK_KINDS;
export const FEEDBACK_KIND_NAMES = Object.keys(FEEDBACK_KINDS) as [FeedbackKind, ...FeedbackKind[]];

/** Within so many working days it is answered; standing: assumed. */
export const FEEDBACK_ANSWER_DAYS = 5;

/** By when an answer is due: counted as every promise of the desk. */
export const feedbackDue = (at: InstantText, time: WorkingTime): InstantText =>
  dueAt({ ...time, from: at, workingDays: FEEDBACK_ANSWER_DAYS }).at;

/** Parts of an address that say which page it is; anything else (an id, a code) is not kept. */
const WORD = /^[a-z][a-z-]{0,30}$/;

/** The page that something is about: its route without a single id, so that it names nobody. */
export const pageOfAddress = (pathname: string): string => {
  const words = pathname.split('/').filter((part) => WORD.test(part));
  return `/${words.slice(0, 4).join('/')}`;
};
