/** How a household is composed, with what the screens call it. */
export const householdKinds = {
  elderAlone: '独居老人',
  elderCouple: '老两口',
  middleCouple: '中年夫妻',
  adultAlone: '单身居住',
  youngCouple: '小夫妻',
  coupleWithChild: '小夫妻带孩子',
  withAdultChild: '父母与成年子女',
  threeGenerations: '三代同堂',
  singleParent: '单亲家庭',
  sharedRental: '合租',
  foreignFamily: '外籍家属',
} as const;

export type HouseholdKind = keyof typeof householdKinds;

/**
 * How often each kind occurs, in parts of a hundred (standing: composed, so that a committee has about 2.4 people a
 * household and about a third of them are 60 or older, as in the old quarters of Shanghai).
 */
export const kindShares: readonly (readonly [HouseholdKind, number])[] = [
  ['elderAlone', 13],
  ['elderCouple', 18],
  ['middleCouple', 8],
  ['adultAlone', 8],
  ['youngCouple', 7],
  ['coupleWithChild', 17],
  ['withAdultChild', 11],
  ['threeGenerations', 10],
  ['singleParent', 3],
  ['sharedRental', 4],
  ['foreignFamily', 1],
];
