import { expect, test } from 'vitest';
import { askedLoan, thingSent } from './things.ts';

const things = [
  { code: 'umbrella', name: '雨伞', alsoCalled: ['伞'], workingDays: 3 },
  { code: 'wheelchair', name: '轮椅', alsoCalled: [], workingDays: 5 },
];

test('the words of F7 lead to the thing, its number, or to what was said', () => {
  expect(askedLoan('借伞', things)).toEqual({ thing: '雨伞', count: 1 });
  expect(askedLoan('借两把伞', things)).toEqual({ thing: '雨伞', count: 2 });
  expect(askedLoan('借冲击钻', things)).toEqual({ thing: '冲击钻', count: 1 });
  expect(askedLoan('问路', things)).toBeNull();
});

test('a preset is sent by its code whatever it was called, anything else by its name', () => {
  expect(thingSent(' 伞 ', things)).toEqual({ code: 'umbrella' });
  expect(thingSent('轮椅坡道', things)).toEqual({ name: '轮椅坡道' });
});
