import { expect, test } from 'vitest';
import { typedDate } from './typed-date.ts';

test.each([
  ['2018年3月1日', '2018-03-01'],
  ['2018.3.1', '2018-03-01'],
  ['2018/03/01', '2018-03-01'],
  ['20180301', '2018-03-01'],
  ['２０１８－３－１', '2018-03-01'],
  ['2018-03-01', '2018-03-01'],
  ['前年三月', '前年三月'],
  ['', ''],
])('%s travels as %s', (typed, travels) => {
  expect(typedDate(typed)).toBe(travels);
});
