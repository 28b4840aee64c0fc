import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from './random.ts';
import { uuidFrom } from './uuid-from.ts';

test('an id is a UUID of version 7 that carries its moment', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(2 ** 47), (seed, timeMs) => {
      const id = uuidFrom(seededRandom(seed), timeMs);
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(timeMs);
    }),
  );
});

test('ids of one source differ, and the same seed makes the same', () => {
  const ids = (seed: string) => {
    const random = seededRandom(seed);
    return Array.from({ length: 10_000 }, () => uuidFrom(random, 1_800_000_000_000));
  };
  expect(new Set(ids('a')).size).toBe(10_000);
  expect(ids('a')).toEqual(ids('a'));
});

test('a moment that does not fit is refused', () => {
  for (const time of [-1, 2 ** 48, 0.5, Number.NaN])
    expect(() => uuidFrom(seededRandom('a'), time)).toThrow(RangeError);
});
