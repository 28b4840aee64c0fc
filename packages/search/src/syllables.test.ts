import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutSyllables } from './syllables.ts';

test('letters without spaces are cut as one speaks them', () => {
  expect(cutSyllables('jinglaoka')).toEqual(['jing', 'lao', 'ka']);
  expect(cutSyllables('changhuxian')).toEqual(['chang', 'hu', 'xian']);
});

test('first letters and foreign words are no pinyin', () => {
  expect(cutSyllables('jlk')).toBeUndefined();
  expect(cutSyllables('hello')).toBeUndefined();
  expect(cutSyllables('')).toBeUndefined();
});

test('the syllables of a cut are the word again', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,60}$/), (word) => {
      expect((cutSyllables(word) ?? [word]).join('')).toBe(word);
    }),
  );
});
