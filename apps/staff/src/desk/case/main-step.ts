import type { PostableType } from '@qzt/contract/reception';

/** The steps that move a matter on, in the order in which one is offered first. */
const ONWARD: readonly PostableType[] = [
  'accept',
  'receive-materials',
  'answer',
  'tell',
  'confirm',
];

/** Which of the everyday steps is offered first: the one that brings the matter to the resident soonest. */
export const mainStep = (types: readonly PostableType[]): PostableType | undefined =>
  ONWARD.find((type) => types.includes(type)) ?? types[0];
