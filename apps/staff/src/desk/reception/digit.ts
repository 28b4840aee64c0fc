/** Where a door or a telephone may be going on: a digit then belongs to the text. */
const RUNS_ON = /[\d村弄号楼栋幢室路层组第约号码话(#\-‐+a-z]$/i;

interface Moment {
  readonly stroke: string;
  readonly words: string;
  /** The words that the shown items were found for. */
  readonly foundFor: string;
  readonly shown: number;
  readonly picked: boolean;
}

/**
 * Whether a digit typed into the box picks an item: 1–3 the shown ones, 0 其他. It picks only when the items shown
 * were found for exactly what stands there, and what stands there does not look like a door, a number or an unfinished
 * word; in every other case the digit is text, because typing is never interrupted.
 */
export const choiceOfDigit = (moment: Moment): number | null => {
  if (moment.picked || !/^[0-3]$/.test(moment.stroke)) return null;
  const words = moment.words.trim();
  if ([...words].length < 2 || words !== moment.foundFor.trim() || RUNS_ON.test(words)) return null;
  const choice = Number(moment.stroke);
  return choice <= moment.shown ? choice : null;
};
