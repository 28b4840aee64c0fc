import { expect, test } from 'vitest';
import { fuse } from './fuse.ts';

const ranking = (asked: number, ...shares: number[]) => ({
  asked,
  shares: Float64Array.from(shares),
});

test('the channels are averaged by how far they are believed', () => {
  const voices = [
    { ranking: ranking(1, 1, 0), weight: 0.75 },
    { ranking: ranking(1, 0, 1), weight: 0.25 },
  ];
  expect([...fuse(voices, 2)]).toEqual([0.75, 0.25]);
});

test('a channel that was asked nothing has no voice', () => {
  const voices = [
    { ranking: ranking(0, 0, 0), weight: 0.75 },
    { ranking: ranking(1, 0.4, 0.8), weight: 0.25 },
  ];
  expect([...fuse(voices, 2)]).toEqual([0.4, 0.8]);
});
