/**
 * Walking the lists by keyboard. Ctrl+↓ and Ctrl+↑ go from list to list (no browser takes them for itself), ↓ and ↑ from
 * line to line inside the column; Enter opens, because a line is a button.
 */

const LINE = '[data-line]';
const LIST = '[data-list]';

const linesOf = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>(LINE)];

/** The place from which a walk starts: of the line that has the focus, or before the first. */
const placeOf = (all: readonly Element[], focused: Element | null): number =>
  all.findIndex((one) => one.contains(focused));

/** Where a step leads: the one after or before, staying within; from nowhere to the first or the last. */
export const placeAfter = (at: number, step: 1 | -1, length: number): number => {
  if (length === 0) return -1;
  if (at < 0) return step === 1 ? 0 : length - 1;
  return Math.min(Math.max(at + step, 0), length - 1);
};

/** Moves the focus to the next or previous line. */
export function walkLines(root: HTMLElement, step: 1 | -1): boolean {
  const lines = linesOf(root);
  const to = lines[placeAfter(placeOf(lines, document.activeElement), step, lines.length)];
  to?.focus();
  return to !== undefined;
}

/** Moves the focus to the first line of the next or previous list that has any. */
export function walkLists(root: HTMLElement, step: 1 | -1): boolean {
  const lists = [...root.querySelectorAll(LIST)].filter((list) => linesOf(list).length > 0);
  const to = lists[placeAfter(placeOf(lists, document.activeElement), step, lists.length)];
  const line = to && linesOf(to)[0];
  line?.focus();
  line?.scrollIntoView({ block: 'nearest' });
  return line !== undefined;
}
