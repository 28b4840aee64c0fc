import { expect, test } from 'vitest';
import { buildIndex } from './bm25.ts';

const wordsOf = (text: string) =>
  new Map(
    text
      .split(' ')
      .filter(Boolean)
      .map((word) => [word, 1]),
  );
const item = (name: string, phrasing = '') => [
  { weight: 2, texts: [name] },
  { weight: 1, texts: [phrasing] },
];

test('a rare word decides between items that share a common one', () => {
  const rank = buildIndex([item('card new'), item('card lost'), item('card old')], wordsOf);
  const { shares } = rank(wordsOf('card lost'));
  expect(shares.indexOf(Math.max(...shares))).toBe(1);
});

test('a word in the name counts more than the same word in a phrasing', () => {
  const rank = buildIndex([item('x', 'lift'), item('lift', 'x'), item('y', 'z')], wordsOf);
  const { shares } = rank(wordsOf('lift'));
  expect(shares[1]).toBeGreaterThan(shares[0]!);
  expect(shares[2]).toBe(0);
});

test('words that nobody knows lower the share: a foreign sentence stays low', () => {
  const rank = buildIndex([item('card'), item('lift')], wordsOf);
  const alone = rank(wordsOf('card')).shares[0]!;
  const drowned = rank(wordsOf('card of the mountain king')).shares[0]!;
  expect(drowned).toBeLessThan(alone / 2);
  expect(alone).toBeLessThanOrEqual(1);
});

test('without items or without words there is nothing to rank', () => {
  expect(buildIndex([], wordsOf)(wordsOf('card')).shares).toHaveLength(0);
  expect(buildIndex([item('card')], wordsOf)(wordsOf(''))).toEqual({
    shares: new Float64Array(1),
    asked: 0,
  });
});
