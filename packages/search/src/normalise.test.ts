import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestQuery, normalise } from './normalise.ts';

test('full width, case, punctuation and traditional characters are spelt one way', () => {
  expect(normalise('  WIFI,怎麼連?!')).toBe('wifi 怎么連');
  expect(normalise('孕婦聯繫單(卡)')).toBe('孕妇联系单 卡');
  expect(normalise('4050认定')).toBe('4050认定');
});

test('words beyond the longest query are not read', () => {
  const long = '低保'.repeat(1_000_000);
  expect(normalise(long)).toBe('低保'.repeat(longestQuery / 2));
});

test('normalising twice changes nothing more, and no string is too strange', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
      const once = normalise(words);
      expect(Array.from(once).length).toBeLessThanOrEqual(longestQuery);
      expect(once).not.toMatch(/^ | $| {2}/);
      expect(normalise(once)).toBe(once);
    }),
  );
});
