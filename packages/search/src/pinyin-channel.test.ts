import { expect, test } from 'vitest';
import { lettersAskedBy, soundsAskedBy, spokenTermsOf } from './pinyin-channel.ts';

const known = spokenTermsOf('敬老卡');

test('an item is known by its syllables and by its first letters', () => {
  expect([...known.keys()].sort()).toEqual(
    ['#jl', '#jlk', '#lk', 'jing', 'jing lao', 'ka', 'lao', 'lao ka'].sort(),
  );
});

test('a slip of the keyboard sounds like what was meant', () => {
  expect([...soundsAskedBy('敬老咔').keys()].every((term) => known.has(term))).toBe(true);
});

test('letters are read as full pinyin, joined or apart, and as first letters', () => {
  expect(lettersAskedBy('jinglaoka').full.has('jing lao')).toBe(true);
  expect(lettersAskedBy('jing lao ka').full.has('lao ka')).toBe(true);
  expect(lettersAskedBy('jlk').full.size).toBe(0);
  expect(lettersAskedBy('jlk').initials.has('#jlk')).toBe(true);
});

test('one letter alone is not yet a question', () => {
  expect(lettersAskedBy('a')).toEqual({ full: new Map(), initials: new Map() });
});
