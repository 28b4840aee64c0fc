import { expect, test } from 'vitest';
import { buildFinder } from './finder.ts';
import { catalogueItems } from './testing/catalogue.ts';
import { foreignSentences } from './testing/foreign-sentences.ts';
import { hitShares, leaveFoldOut } from './testing/leave-one-out.ts';

const finder = buildFinder(catalogueItems);
const unseen = leaveFoldOut();

test('of at least 60 foreign sentences, nine in ten of either half are declined', () => {
  expect(new Set(foreignSentences).size).toBeGreaterThanOrEqual(60);
  const middle = Math.floor(foreignSentences.length / 2);
  for (const half of [foreignSentences.slice(0, middle), foreignSentences.slice(middle)]) {
    const declined = half.filter((words) => !finder.find(words).confident);
    expect(declined.length / half.length).toBeGreaterThanOrEqual(0.9);
  }
});

test('of phrasings never seen, more than half are answered with confidence', () => {
  const answered = unseen.filter(({ answer }) => answer.confident);
  expect(answered.length / unseen.length).toBeGreaterThan(0.5);
});

test('phrasings never seen find their item no worse than the baseline did when it was measured', () => {
  const { first, inThree } = hitShares(unseen);
  expect(first).toBeGreaterThanOrEqual(0.42);
  expect(inThree).toBeGreaterThanOrEqual(0.56);
});
