import type { ItemHit, ItemView } from '@qzt/contract/catalogue';
import type { ResidentHit } from '@qzt/contract/household';
import type { CaseKind } from '@qzt/domain/reception';
import { type Draft, joinWords } from './draft.ts';

const kindOf = (route: string): CaseKind => (route === 'advice' ? 'inquiry' : 'application');

/** What stands in the input becomes what the resident said. */
export const takeWords = (draft: Draft): Draft => ({
  ...draft,
  words: joinWords(draft.words, draft.box),
  box: '',
});

/** The entry once an item is picked: danger that the item knows of is marked at once. */
export const pickItem = (
  draft: Draft,
  hit: Pick<ItemHit, 'code' | 'name' | 'route' | 'urgent'>,
): Draft => ({
  ...takeWords(draft),
  picked: { kind: 'item', code: hit.code, name: hit.name },
  kind: kindOf(hit.route),
  materials: {},
  urgent: draft.urgent || hit.urgent === true,
  urgentByItem: !draft.urgent && hit.urgent === true,
});

/** 其他: no item, no notice; the words are the matter. */
export const pickOther = (draft: Draft): Draft => ({
  ...takeWords(draft),
  picked: { kind: 'other' },
  kind: 'problem',
  materials: {},
});

/** A paper that may be issued: registered under its own name, whatever the finder had offered. */
export const asCertificate = (draft: Draft, name: string): Draft => ({
  ...draft,
  picked: { kind: 'other' },
  kind: 'certificate',
  title: name,
  words: draft.words === '' ? name : draft.words,
  materials: {},
});

/** Back to choosing, with the words in the input again: an alarm that only the item raised goes with it. */
export const unpick = (draft: Draft): Draft => ({
  ...draft,
  box: joinWords(draft.words, draft.box),
  words: '',
  picked: null,
  materials: {},
  urgent: draft.urgent && !draft.urgentByItem,
  urgentByItem: false,
});

/**
 * Somebody was chosen. A sentence in which he was named (王阿姨住3号楼502,要办敬老卡) stays in the input, because the matter
 * is still to be picked; a bare name, door or telephone has done its work. `matter`: what else was said.
 */
export const chooseResident = (draft: Draft, resident: ResidentHit, matter: string): Draft => ({
  ...draft,
  resident,
  box: matter === '' ? '' : draft.box,
});

/** A telephone or a name for which nobody was found is kept as the visitor's. */
export const keepVisitor = (
  draft: Draft,
  field: 'name' | 'phone',
  text: string,
  matter: string,
): Draft => ({
  ...draft,
  resident: null,
  visitor: { ...draft.visitor, [field]: text },
  box: matter === '' ? '' : draft.box,
});

/**
 * The item that was found for words that had been taken already; what was typed since stays in the input. Without an
 * item that fits well the words go back into the input, in front of what was typed since: one chooses by oneself.
 */
export const pickLate = (draft: Draft, hit: Parameters<typeof pickItem>[1] | undefined): Draft => {
  if (draft.picked !== null) return draft;
  if (hit === undefined) return { ...draft, words: '', box: joinWords(draft.words, draft.box) };
  return { ...pickItem({ ...draft, box: '' }, hit), box: draft.box };
};

/** What the whole item adds once it has come: a confidential matter starts confidential. */
export const learnItem = (draft: Draft, item: Pick<ItemView, 'code' | 'confidential'>): Draft =>
  item.confidential && draft.picked?.kind === 'item' && draft.picked.code === item.code
    ? { ...draft, confidential: true }
    : draft;
