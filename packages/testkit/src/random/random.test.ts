import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';

const drawn = (seed: string) => {
  const random = seededRandom(seed);
  return Array.from({ length: 5 }, () => random.int(0, 999_999));
};

test('a seed gives the same for ever: these numbers were written down once', () => {
  expect(drawn('全走通')).toEqual([583642, 456104, 694986, 85566, 23745]);
});

test('another seed, even by one letter, gives another sequence', () => {
  expect(drawn('a')).not.toEqual(drawn('b'));
  expect(drawn('')).not.toEqual(drawn(' '));
});

test('a fork is independent of how much was drawn before', () => {
  const fresh = seededRandom('a');
  const used = seededRandom('a');
  for (let i = 0; i < 100; i++) used.float();
  expect(used.fork('people').float()).toBe(fresh.fork('people').float());
  expect(fresh.fork('people').float()).not.toBe(fresh.fork('places').float());
});

test('whole numbers stay within their bounds and reach both ends', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(20), (seed, least, span) => {
      const random = seededRandom(seed);
      const value = random.int(least, least + span);
      expect(value).toBeGreaterThanOrEqual(least);
      expect(value).toBeLessThanOrEqual(least + span);
    }),
  );
  const random = seededRandom('dice');
  const thrown = new Set(Array.from({ length: 200 }, () => random.int(1, 6)));
  expect([...thrown].sort()).toEqual([1, 2, 3, 4, 5, 6]);
});

test('a shuffled list holds the same things, in another order', () => {
  const list = Array.from({ length: 50 }, (_, i) => i);
  const shuffled = seededRandom('cards').shuffle(list);
  expect(shuffled).not.toEqual(list);
  expect([...shuffled].sort((a, b) => a - b)).toEqual(list);
});

test('weights are kept, and what weighs nothing never comes', () => {
  const random = seededRandom('scales');
  const pairs = [
    ['often', 3],
    ['never', 0],
    ['seldom', 1],
  ] as const;
  const counts = { often: 0, never: 0, seldom: 0 };
  for (let i = 0; i < 4000; i++) counts[random.weighted(pairs)]++;
  expect(counts.never).toBe(0);
  expect(counts.often / counts.seldom).toBeGreaterThan(2.5);
  expect(counts.often / counts.seldom).toBeLessThan(3.5);
});

test('the normal draws have their mean and deviation', () => {
  const random = seededRandom('bell');
  const values = Array.from({ length: 5000 }, () => random.normal(70, 6));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(Math.abs(mean - 70)).toBeLessThan(0.3);
  expect(Math.abs(Math.sqrt(variance) - 6)).toBeLessThan(0.3);
});

test('a draw that cannot be is refused', () => {
  const random = seededRandom('empty');
  expect(() => random.pick([])).toThrow(RangeError);
  expect(() => random.int(2, 1)).toThrow(RangeError);
  expect(() => random.weighted([['x', 0]])).toThrow(RangeError);
});
