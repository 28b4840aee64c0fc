import type { ItemHit, ItemView } from '@qzt/contract/catalogue';
import type { CaseKind } from '@qzt/domain/reception';
import type { Draft } from './draft.ts';

const kindOf = (route: string): CaseKind => (route === 'advice' ? 'inquiry' : 'application');

/** The entry once an item is picked: danger that the item knows of is marked at once. */
export const pickItem = (draft: Draft, hit: ItemHit): Draft => ({
  ...draft,
  picked: { kind: 'item', code: hit.code, name: hit.name },
  pickedFor: draft.words,
  kind: kindOf(hit.route),
  materials: {},
  urgent: draft.urgent || hit.urgent === true,
  urgentByItem: !draft.urgent && hit.urgent === true,
});

/** 其他: no item, no notice; the words are the matter. */
export const pickOther = (draft: Draft): Draft => ({
  ...draft,
  picked: { kind: 'other' },
  pickedFor: draft.words,
  kind: 'problem',
  materials: {},
});

/** Back to choosing: an alarm that only the item raised goes with it; confidentiality stays until it is unticked. */
export const unpick = (draft: Draft): Draft => ({
  ...draft,
  picked: null,
  materials: {},
  urgent: draft.urgent && !draft.urgentByItem,
  urgentByItem: false,
});

const pairsOf = (words: string): readonly string[] => {
  const letters = [...words.replace(/\s/g, '')];
  return letters.length < 2 ? letters : letters.slice(1).map((one, i) => `${letters[i]}${one}`);
};

/**
 * The entry with other words. What was picked stays while the words go on with those it was picked for (at least two
 * neighbouring characters are still there); once they are emptied or speak of something else, one chooses again.
 */
export const reword = (draft: Draft, words: string): Draft => {
  const reworded = { ...draft, words };
  if (draft.picked === null) return reworded;
  const pairs = new Set(pairsOf(words));
  return pairsOf(draft.pickedFor).some((pair) => pairs.has(pair)) ? reworded : unpick(reworded);
};

/** What the whole item adds once it has come: a confidential matter starts confidential. */
export const learnItem = (draft: Draft, item: Pick<ItemView, 'code' | 'confidential'>): Draft =>
  item.confidential && draft.picked?.kind === 'item' && draft.picked.code === item.code
    ? { ...draft, confidential: true }
    : draft;
