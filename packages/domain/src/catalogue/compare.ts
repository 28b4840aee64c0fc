import { ITEM_PART_NAMES, ITEM_PARTS, type ItemPart, type PartGround } from './item-parts.ts';
import type { ItemBody } from './service-item.ts';

/** One line of a part: only before, only after, or in both (`moved`: at another place among those that stayed). */
export interface LineChange {
  readonly text: string;
  readonly change: 'added' | 'removed' | 'kept' | 'moved';
}

/** A part that two versions say differently. `added`: there was nothing of it before; `removed`: nothing is left. */
export interface PartChange {
  readonly part: ItemPart;
  readonly label: string;
  readonly ground: PartGround;
  readonly change: 'added' | 'removed' | 'changed';
  readonly before: readonly LineChange[];
  readonly after: readonly LineChange[];
}

/** The longest run of lines that both have in the same order, as their places before. Parts have tens of lines. */
function keptInOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const best: string[][] = Array.from({ length: after.length + 1 }, () => []);
  for (const line of before) {
    let diagonal: string[] = [];
    for (let at = 1; at <= after.length; at += 1) {
      const above = best[at] ?? [];
      const left = best[at - 1] ?? [];
      const grown = after[at - 1] === line ? [...diagonal, line] : undefined;
      diagonal = above;
      best[at] = grown ?? (left.length > above.length ? left : above);
    }
  }
  return new Set(best[after.length]);
}

const marked = (
  lines: readonly string[],
  others: readonly string[],
  kept: ReadonlySet<string>,
  gone: 'added' | 'removed',
): LineChange[] =>
  lines.map((text) => {
    if (!others.includes(text)) return { text, change: gone };
    return { text, change: kept.has(text) ? 'kept' : 'moved' };
  });

const same = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && before.every((line, at) => line === after[at]);

const wayOf = (before: readonly string[], after: readonly string[]): PartChange['change'] => {
  if (before.length === 0) return 'added';
  return after.length === 0 ? 'removed' : 'changed';
};

/** The parts that two versions of an item say differently, in the order in which an item is read; none where they agree. */
export function compareItems(before: ItemBody, after: ItemBody): PartChange[] {
  return ITEM_PART_NAMES.flatMap((part) => {
    const { label, ground, lines } = ITEM_PARTS[part];
    const [was, is] = [lines(before), lines(after)];
    if (same(was, is)) return [];
    const kept = keptInOrder(was, is);
    return [
      {
        part,
        label,
        ground,
        change: wayOf(was, is),
        before: marked(was, is, kept, 'removed'),
        after: marked(is, was, kept, 'added'),
      },
    ];
  });
}
