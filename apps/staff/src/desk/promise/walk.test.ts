import { expect, test } from 'vitest';
import { placeAfter } from './walk.ts';

test('a walk starts at the near end, goes one by one and stays within', () => {
  expect(placeAfter(-1, 1, 3)).toBe(0);
  expect(placeAfter(-1, -1, 3)).toBe(2);
  expect(placeAfter(0, 1, 3)).toBe(1);
  expect(placeAfter(2, 1, 3)).toBe(2);
  expect(placeAfter(0, -1, 3)).toBe(0);
  expect(placeAfter(-1, 1, 0)).toBe(-1);
});
