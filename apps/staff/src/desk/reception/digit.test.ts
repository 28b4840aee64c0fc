import { expect, test } from 'vitest';
import { choiceOfDigit } from './digit.ts';

const at = (
  words: string,
  stroke: string,
  more: Partial<Parameters<typeof choiceOfDigit>[0]> = {},
) => choiceOfDigit({ stroke, words, foundFor: words, shown: 3, picked: false, ...more });

test('after words, 1 to 3 pick the shown items and 0 picks 其他', () => {
  expect(at('我儿媳怀孕了', '1')).toBe(1);
  expect(at('我儿媳怀孕了 ', '3')).toBe(3);
  expect(at('借把伞', '0')).toBe(0);
});

test('a digit that goes on with a door or a telephone stays text', () => {
  for (const words of ['林云一村', '3号楼', '138', '林云一村3号楼50', '电话', '弄', 'wy'])
    expect(at(words, '2'), words).toBeNull();
});

test('nothing is picked that is not shown for exactly these words', () => {
  expect(at('我儿媳怀孕了', '1', { foundFor: '我儿媳' })).toBeNull();
  expect(at('我儿媳怀孕了', '3', { shown: 2 })).toBeNull();
  expect(at('我儿媳怀孕了', '4')).toBeNull();
  expect(at('', '1')).toBeNull();
});

test('once picked, digits are text again', () => {
  expect(at('我儿媳怀孕了', '1', { picked: true })).toBeNull();
});
