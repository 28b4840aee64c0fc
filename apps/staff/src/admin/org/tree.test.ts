import { expect, test } from 'vitest';
import { inTreeOrder } from './tree.ts';

const unit = (id: string, parentId: string | null) => ({ id, parentId });
const order = (...units: ReturnType<typeof unit>[]) =>
  inTreeOrder(units).map(({ unit: { id }, depth }) => `${'-'.repeat(depth)}${id}`);

test('children follow their parent, however the list comes', () => {
  expect(order(unit('c', 's'), unit('s', 'd'), unit('d', null), unit('k', 's'))).toEqual([
    'd',
    '-s',
    '--c',
    '--k',
  ]);
});

test('a branch without its root stands at the top', () => {
  expect(order(unit('c', 's'), unit('s', 'elsewhere'))).toEqual(['s', '-c']);
});

test('a loop hangs nothing and loses nothing', () => {
  expect(order(unit('a', 'b'), unit('b', 'a'))).toHaveLength(2);
});
