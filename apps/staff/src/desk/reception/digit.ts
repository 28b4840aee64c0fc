interface Moment {
  readonly stroke: string;
  /** An arrow key has moved into the list, and nothing was typed since. */
  readonly inList: boolean;
  readonly shown: number;
}

const ALWAYS = /^Alt\+([0-3])$/;
const IN_LIST = /^([0-3])$/;

/**
 * Which choice a key means: 1–3 the shown items, 0 其他. Without Alt a digit is text (a door, a telephone), because
 * typing is never interrupted, until an arrow key has moved into the list.
 */
export const choiceOfDigit = ({ stroke, inList, shown }: Moment): number | null => {
  const digit = ALWAYS.exec(stroke)?.[1] ?? (inList ? IN_LIST.exec(stroke)?.[1] : undefined);
  if (digit === undefined) return null;
  const choice = Number(digit);
  return choice <= shown ? choice : null;
};
