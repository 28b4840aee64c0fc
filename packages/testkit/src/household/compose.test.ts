import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../random/random.ts';
import { composeHousehold } from './compose.ts';
import { type HouseholdKind, householdKinds } from './kinds.ts';
import type { Member } from './member.ts';

const kinds = Object.keys(householdKinds) as HouseholdKind[];
const withChildren: HouseholdKind[] = [
  'coupleWithChild',
  'withAdultChild',
  'threeGenerations',
  'singleParent',
  'foreignFamily',
];
const children = ['子', '女'];
const grandchildren = ['孙子', '孙女', '外孙', '外孙女'];

/** Asserts for many seeds of one kind. */
const always = (kind: HouseholdKind, check: (members: Member[]) => void) =>
  fc.assert(
    fc.property(fc.string(), (seed) => check(composeHousehold(seededRandom(seed), kind))),
    { numRuns: 1000 },
  );

test.each(kinds)('%s: a grown head first, at most one spouse, ages that can be', (kind) => {
  always(kind, (members) => {
    expect(members.filter((member) => member.relation === '户主')).toEqual([members[0]]);
    expect(members[0]!.age).toBeGreaterThanOrEqual(18);
    expect(members.filter((member) => member.relation === '配偶').length).toBeLessThanOrEqual(1);
    for (const { age } of members)
      expect(age >= 0 && age <= 105 && Number.isInteger(age)).toBe(true);
  });
});

test.each(withChildren)('%s: nobody is a parent before 18 or a mother after 40', (kind) => {
  always(kind, (members) => {
    const couple = members.filter(({ relation }) => relation === '户主' || relation === '配偶');
    for (const child of members.filter(({ relation }) => children.includes(relation)))
      for (const parent of couple) {
        expect(parent.age - child.age).toBeGreaterThanOrEqual(18);
        if (parent.sex === 'female') expect(parent.age - child.age).toBeLessThanOrEqual(40);
      }
  });
});

test('three generations: the grandchild is younger than its parents by 18 years or more', () => {
  always('threeGenerations', (members) => {
    const parents = members.filter(({ relation }) =>
      ['子', '女', '儿媳', '女婿'].includes(relation),
    );
    expect(parents).toHaveLength(2);
    for (const child of members.filter(({ relation }) => grandchildren.includes(relation)))
      for (const parent of parents) expect(parent.age - child.age).toBeGreaterThanOrEqual(18);
  });
});

test('who lives alone in old age lives alone and is old; a married pair is a man and a woman here', () => {
  always('elderAlone', (members) => {
    expect(members).toHaveLength(1);
    expect(members[0]!.age).toBeGreaterThanOrEqual(60);
  });
  always('elderCouple', (members) => {
    expect(members.map(({ sex }) => sex).sort()).toEqual(['female', 'male']);
    for (const { age } of members) expect(age).toBeGreaterThanOrEqual(58);
  });
});

test('a family with somebody from abroad has exactly one such spouse', () => {
  always('foreignFamily', (members) => {
    expect(members.filter((member) => member.foreign).map(({ relation }) => relation)).toEqual([
      '配偶',
    ]);
  });
});
