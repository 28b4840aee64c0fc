import type { ItemHit, ItemView } from '@qzt/contract/catalogue';
import type { CaseKind, Draft } from './draft.ts';

const kindOf = (route: string): CaseKind => (route === 'advice' ? 'inquiry' : 'application');

/** The entry once an item is picked: danger that the item knows of is marked at once. */
export const pickItem = (draft: Draft, hit: ItemHit): Draft => ({
  ...draft,
  picked: { kind: 'item', code: hit.code, name: hit.name },
  kind: kindOf(hit.route),
  materials: {},
  urgent: draft.urgent || hit.urgent === true,
});

/** 其他: no item, no notice; the words are the matter. */
export const pickOther = (draft: Draft): Draft => ({
  ...draft,
  picked: { kind: 'other' },
  kind: 'problem',
  materials: {},
});

/** Back to choosing. */
export const unpick = (draft: Draft): Draft => ({ ...draft, picked: null, materials: {} });

/** What the whole item adds once it has come: a confidential matter starts confidential. */
export const learnItem = (draft: Draft, item: Pick<ItemView, 'code' | 'confidential'>): Draft =>
  item.confidential && draft.picked?.kind === 'item' && draft.picked.code === item.code
    ? { ...draft, confidential: true }
    : draft;
