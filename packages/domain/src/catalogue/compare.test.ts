import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareItems, type ItemBody } from './index.ts';

const body: ItemBody = {
  name: '修伞',
  kind: 'doorstep',
  serviceLine: '便民服务',
  route: 'dispatch-volunteer',
  limitWorkingDays: 5,
  materials: ['伞', '电话'],
  phrasings: ['伞坏了'],
};

test('what was added, taken out, changed and moved is told by part, in reading order', () => {
  const changes = compareItems(body, {
    ...body,
    limitWorkingDays: 3,
    materials: ['电话', '伞', '门牌'],
    copies: { 伞: 2 },
    phrasings: ['伞坏了'],
    checkFirst: true,
  });
  expect(changes.map(({ part, change }) => [part, change])).toEqual([
    ['limit', 'changed'],
    ['materials', 'changed'],
    ['marks', 'added'],
  ]);
  expect(changes[1]?.before).toEqual([
    { text: '伞', change: 'removed' },
    { text: '电话', change: 'kept' },
  ]);
  expect(changes[1]?.after).toEqual([
    { text: '电话', change: 'kept' },
    { text: '伞(2份)', change: 'added' },
    { text: '门牌', change: 'added' },
  ]);
});

test('lines that only changed places are told as moved', () => {
  const [change] = compareItems(body, { ...body, materials: ['电话', '伞'] });
  expect(change?.after.map((line) => line.change).sort()).toEqual(['kept', 'moved']);
});

const lines = fc.uniqueArray(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), { maxLength: 5 });

test('a comparison read backwards is the comparison the other way round', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const [there] = compareItems({ ...body, materials: before }, { ...body, materials: after });
      const [back] = compareItems({ ...body, materials: after }, { ...body, materials: before });
      expect(there?.before.map((line) => line.text)).toEqual(back?.after.map((line) => line.text));
      const count = (side: typeof there, which: 'before' | 'after', change: string) =>
        side?.[which].filter((line) => line.change === change).length;
      expect(count(there, 'after', 'added')).toBe(count(back, 'before', 'removed'));
      expect(count(there, 'after', 'kept')).toBe(count(back, 'after', 'kept'));
      expect(there === undefined).toBe(before.join() === after.join());
    }),
  );
});
