import { expect, test } from 'vitest';
import { newDraft, titleOf } from './draft.ts';
import { learnItem, pickItem, pickOther, reword, unpick } from './pick.ts';

const hit = {
  code: 'BJM-023',
  name: '孕妇联系单(卡)办理',
  kind: 'contactless',
  serviceLine: '卫生健康与计生',
  route: 'committee',
  limitWorkingDays: 1,
  standing: 'attested',
  score: 3,
} as const;
const draft = { ...newDraft(), words: '怀孕了', materials: { 旧的: 1 } };

test('picking an item starts its own materials and kind', () => {
  expect(pickItem(draft, hit)).toMatchObject({
    picked: { kind: 'item', code: 'BJM-023' },
    materials: {},
    kind: 'application',
    urgent: false,
  });
  expect(pickItem(draft, { ...hit, route: 'advice' }).kind).toBe('inquiry');
});

test('an item behind which danger may be marks the entry, and never unmarks it', () => {
  expect(pickItem(draft, { ...hit, urgent: true }).urgent).toBe(true);
  expect(pickItem({ ...draft, urgent: true }, hit).urgent).toBe(true);
});

test('undoing a pick keeps the words', () => {
  expect(unpick(pickItem(draft, hit))).toMatchObject({ picked: null, words: '怀孕了' });
  expect(unpick(pickOther(draft))).toMatchObject({ picked: null, words: '怀孕了' });
});

test('confidentiality is learnt from the item that is still picked, not from an earlier one', () => {
  const picked = pickItem(draft, hit);
  expect(learnItem(picked, { code: 'BJM-023', confidential: true }).confidential).toBe(true);
  expect(learnItem(picked, { code: 'BJM-024', confidential: true }).confidential).toBe(false);
  expect(learnItem(picked, { code: 'BJM-023', confidential: false }).confidential).toBe(false);
});

test('going on with the words keeps what was picked, other words drop it with its title', () => {
  const picked = pickItem({ ...draft, words: '我儿媳怀孕了' }, hit);
  for (const words of ['我儿媳怀孕了,住3号楼502', '儿媳怀孕', '怀孕'])
    expect(reword(picked, words).picked, words).toEqual(picked.picked);
  for (const words of ['', ' ', '我', '楼道灯坏了', 'l']) {
    expect(reword(picked, words), words).toMatchObject({ picked: null, materials: {}, words });
    expect(titleOf(reword(picked, words)), words).toBe(words.trim());
  }
  expect(titleOf(reword({ ...picked, title: '自己写的' }, '楼道灯坏了'))).toBe('自己写的');
  expect(reword(pickOther({ ...draft, words: '借把伞' }), '开证明').picked).toBeNull();
  expect(reword(pickItem({ ...draft, words: '伞' }, hit), '伞').picked).not.toBeNull();
});

test('an alarm that only the item raised goes with the item, the worker’s own stays', () => {
  expect(unpick(pickItem(draft, { ...hit, urgent: true })).urgent).toBe(false);
  expect(unpick(pickItem({ ...draft, urgent: true }, { ...hit, urgent: true })).urgent).toBe(true);
});
