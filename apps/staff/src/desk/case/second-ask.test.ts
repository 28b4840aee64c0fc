import { expect, test } from 'vitest';
import { actionOf } from './actions.ts';
import { fieldsNow, untold } from './second-ask.ts';

const notice = { materials: [{ name: '怀孕证明', received: false, copies: 0 }] };
const { fields } = actionOf('ask-materials');
const asking = (...names: string[]) => ({
  'data.materials': names.map((name) => ({ name, copies: 1 })),
});

test('a paper that the notice named is asked for without a reason', () => {
  expect(fieldsNow(fields, asking('怀孕证明'), notice).map((f) => f.path)).toEqual([
    'data.materials',
  ]);
});

test('one that it did not name asks why, by its name, and must be answered', () => {
  expect(fieldsNow(fields, asking('怀孕证明', '居住证'), notice).at(-1)).toMatchObject({
    path: 'data.why',
    must: true,
    label: '第一次没有告诉居民要“居住证”,为什么现在要',
  });
});

test('where nothing was told at first, asking is the first telling', () => {
  expect(untold(asking('居住证'), { materials: [] })).toEqual([]);
  expect(untold({}, notice)).toEqual([]);
});
