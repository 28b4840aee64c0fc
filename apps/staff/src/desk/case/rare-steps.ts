import type { PostableType } from '@qzt/contract/reception';

/** What one does every day; everything else stands under 更多. */
const EVERYDAY: readonly PostableType[] = [
  'accept',
  'receive-materials',
  'answer',
  'tell',
  'confirm',
  'contest',
  'ask-materials',
  'refer',
  'dispatch',
  'take-back',
  'report',
  'reopen',
  'note',
];

/** The steps that are allowed, everyday ones in their order, and the rare ones. */
export const dividedSteps = (
  types: readonly PostableType[],
  lacksContact: boolean,
): { readonly everyday: readonly PostableType[]; readonly rare: readonly PostableType[] } => {
  // Nobody can be told yet: then the telephone is what is missing first of all.
  const wanted: readonly PostableType[] = lacksContact ? ['contact', ...EVERYDAY] : EVERYDAY;
  return {
    everyday: wanted.filter((type) => types.includes(type)),
    rare: types.filter((type) => !wanted.includes(type)),
  };
};
