import { readInput } from '@qzt/domain/reception';
import type { FoundItems } from '../catalogue/finder.ts';
import type { Choice } from './choices.ts';
import type { Draft } from './draft.ts';
import { keepVisitor, pickItem, pickOther, takeWords } from './pick.ts';

/** The words that an item must be found for before the entry can be sent; null where none is needed. */
export const wordsToFind = (draft: Draft): string | null => {
  if (draft.picked !== null) return null;
  const { matter } = readInput(draft.box);
  return matter === '' ? null : matter;
};

/**
 * The entry when a key sends it while something still stands in the input: a telephone or a name is kept as the
 * visitor's, words become what was said. What the list's cursor was on is the matter, if it is an item that fits well
 * or 其他; the worker has it before his eyes with its whole notice. Otherwise the words stay, and the desk asks.
 */
export const settleBox = (
  draft: Draft,
  under: Choice | null,
  found: Pick<FoundItems, 'items' | 'confident'> | null,
): Draft => {
  if (draft.box.trim() === '') return draft;
  const reading = readInput(draft.box);
  const withPhone =
    reading.phone !== null && draft.resident === null
      ? { ...draft, visitor: { ...draft.visitor, phone: reading.phone } }
      : draft;
  if (reading.matter === '') {
    if (reading.phone !== null) return keepVisitor(draft, 'phone', reading.phone, '');
    if (reading.name !== null) return keepVisitor(draft, 'name', reading.name, '');
    return takeWords(draft);
  }
  if (draft.picked !== null) return takeWords(withPhone);
  if (under?.kind === 'other') return pickOther(withPhone);
  const hit = under?.kind === 'item' ? under.hit : found?.items[0];
  const shown = hit && found?.items.some((one) => one.code === hit.code);
  return hit && shown && found?.confident ? pickItem(withPhone, hit) : withPhone;
};
