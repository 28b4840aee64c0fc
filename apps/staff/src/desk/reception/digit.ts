interface Moment {
  readonly stroke: string;
  /** An arrow key has moved into the list, and nothing was typed since. */
  readonly inList: boolean;
}

const ALWAYS = /^Alt\+(\d)$/;
const IN_LIST = /^(\d)$/;

/**
 * Which digit a key means for the list. Without Alt a digit is text (a door, a telephone), because typing is never
 * interrupted, until an arrow key has moved into the list.
 */
export const digitPressed = ({ stroke, inList }: Moment): number | null => {
  const digit = ALWAYS.exec(stroke)?.[1] ?? (inList ? IN_LIST.exec(stroke)?.[1] : undefined);
  return digit === undefined ? null : Number(digit);
};
