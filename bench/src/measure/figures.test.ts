import { expect, test } from 'vitest';
import { median, quantile, ratiosOf } from './figures.ts';

test('the middle of odd and even numbers of values', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});

test('quantiles by the nearest rank', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(quantile(values, 0.95)).toBe(95);
  expect(quantile(values, 0.5)).toBe(50);
  expect(quantile([7], 0.95)).toBe(7);
});

test('ratios are told with their spread', () => {
  expect(ratiosOf([0.5, 0.7, 0.6])).toEqual({ median: 0.6, min: 0.5, max: 0.7 });
});
