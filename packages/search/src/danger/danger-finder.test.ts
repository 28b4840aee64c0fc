import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dangerSentences,
  everydayWords,
  findDangers,
  shippedLeanings,
} from '../testing/dangers.ts';
import { learn } from '../testing/train-dangers.ts';
import { buildDangerFinder } from './danger-finder.ts';

const isFound = (words: string): boolean => {
  const { codes, leaning } = findDangers(words);
  return codes.length > 0 || leaning;
};
const dangerous = dangerSentences.filter(({ danger }) => danger !== 'harmless');
const harmless = dangerSentences.filter(({ danger }) => danger === 'harmless');

test('no dangerous sentence of the set is missed', () => {
  expect(dangerous.filter(({ words }) => !isFound(words))).toEqual([]);
});

test('nine of ten are named by the danger that is in them', () => {
  const named = dangerous.filter(({ words, danger }) => findDangers(words).codes.includes(danger));
  expect(named.length / dangerous.length).toBeGreaterThan(0.9);
});

test('harmless sentences and everyday words alarm seldom', () => {
  const alarms = harmless.filter(({ words }) => findDangers(words).codes.length > 0);
  expect(alarms.length / harmless.length).toBeLessThan(0.05);
  expect(everydayWords.filter(isFound).length / everydayWords.length).toBeLessThan(0.03);
});

test('what was learned recognises most sentences that it was not learned from', () => {
  const found = dangerous.filter((_, i) => i % 5 === 0);
  const learned = learn(
    dangerous.filter((_, i) => i % 5 !== 0).map(({ words }) => words),
    [...harmless.map(({ words }) => words), ...everydayWords],
  );
  const blind = buildDangerFinder([], NOTHING, learned);
  const share = found.filter(({ words }) => blind(words).leaning).length / found.length;
  expect(share).toBeGreaterThan(0.75);
});

test('what ships was learned from the sentences that ship', () => {
  const learned = learn(
    dangerous.map(({ words }) => words),
    [...harmless.map(({ words }) => words), ...everydayWords],
  );
  expect(Object.keys(shippedLeanings.grams).length).toBe(Object.keys(learned.grams).length);
  const apart = Object.entries(learned.grams).filter(
    ([gram, weight]) => Math.abs(weight - (shippedLeanings.grams[gram] ?? 9)) > 0.02,
  );
  expect(apart).toEqual([]);
});

const NOTHING = { phrases: [], purposes: [], subjects: [], past: [], negations: [], now: [] };

const finder = buildDangerFinder(
  [
    { code: 'gas', signs: ['煤气|燃气 漏|味道', '煤气味'], past: false },
    { code: 'violence', signs: ['打我', '家暴'], past: true },
  ],
  {
    phrases: ['煤气费', '打我电话'],
    purposes: ['讲座', '补贴'],
    subjects: ['讲座'],
    past: ['上次'],
    negations: ['没有', '没'],
    now: ['又'],
  },
  { bias: -1, grams: {} },
);
const codesOf = (words: string) => finder(words).codes;

test.each([
  ['煤气漏了', ['gas']],
  ['屋里味道不对,是煤气', ['gas']],
  ['煤气费怎么交,水管漏了', []],
  ['没有煤气味', []],
  ['煤氣漏了', ['gas']],
  ['上次煤气漏了,来问补贴', []],
  ['上次煤气漏了,今天味道又来了,煤气又漏', ['gas']],
  ['他上次打我,来问补贴', ['violence']],
  ['家暴讲座几点', []],
  ['打我电话', []],
  ['煤气'.concat('一'.repeat(30), '漏'), []],
  ['', []],
])('%s', (words, codes) => {
  expect(codesOf(words)).toEqual(codes);
});

test('danger at the end of a long story is still found', () => {
  expect(codesOf(`${'说来话长,'.repeat(300)}他打我`)).toEqual(['violence']);
});

test('no words make it throw or change its mind', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
      expect(findDangers(words)).toEqual(findDangers(words));
    }),
  );
});
