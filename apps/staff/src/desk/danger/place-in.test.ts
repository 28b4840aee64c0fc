import { expect, test } from 'vitest';
import { placeIn } from './place-in.ts';

test.each([
  ['阿婆来说3号楼2层有煤气味', '3号楼2层'],
  ['5号楼502室着火了', '5号楼502室'],
  ['88弄3号201有人打架', '88弄3号201'],
  ['有人摔了', ''],
  ['120叫过了', ''],
])('%s names %s', (words, place) => {
  expect(placeIn(words)).toBe(place);
});
