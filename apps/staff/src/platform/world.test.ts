import { expect, test } from 'vitest';
import { learnWorld, worldSaid } from './world.ts';

test('a window keeps saying what it shows until it is loaded anew', () => {
  expect(worldSaid()).toBeNull();
  expect(learnWorld(false)).toBe(false);
  expect(worldSaid()).toBe('no');
  expect(learnWorld(true)).toBe(true);
  expect(worldSaid()).toBe('no');
});

test('whoever signs out and in again begins anew', () => {
  expect(learnWorld(null)).toBe(false);
  expect(learnWorld(true)).toBe(false);
  expect(worldSaid()).toBe('yes');
});
