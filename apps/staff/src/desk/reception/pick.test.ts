import { expect, test } from 'vitest';
import { newDraft } from './draft.ts';
import {
  chooseResident,
  keepVisitor,
  learnItem,
  pickItem,
  pickLate,
  pickOther,
  takeWords,
  unpick,
} from './pick.ts';

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
const draft = {
  ...newDraft(new Date('2026-11-24T06:30:00Z')),
  box: '怀孕了',
  materials: { 旧的: 1 },
};

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

test('picking takes the words out of the input, undoing it puts them back', () => {
  for (const picked of [pickItem(draft, hit), pickOther(draft)]) {
    expect(picked).toMatchObject({ box: '', words: '怀孕了' });
    expect(unpick(picked)).toMatchObject({ picked: null, words: '', box: '怀孕了' });
  }
});

test('more words join those of before', () => {
  const more = pickItem({ ...pickItem(draft, hit), box: '她是外地户口' }, hit);
  expect(more.words).toBe('怀孕了;她是外地户口');
});

test('a name has done its work once somebody is chosen; a sentence stays for its matter', () => {
  const resident = { id: 'r', name: '王*', door: '3号楼502', householdId: 'h' };
  const named = { ...draft, box: '3号楼502' };
  expect(chooseResident(named, resident, '')).toMatchObject({ resident, box: '' });
  expect(chooseResident(draft, resident, '怀孕了')).toMatchObject({ resident, box: '怀孕了' });
  expect(keepVisitor({ ...named, resident }, 'phone', '13800000001', '')).toMatchObject({
    resident: null,
    visitor: { phone: '13800000001' },
    box: '',
  });
});

test('confidentiality is learnt from the item that is still picked, not from an earlier one', () => {
  const picked = pickItem(draft, hit);
  expect(learnItem(picked, { code: 'BJM-023', confidential: true }).confidential).toBe(true);
  expect(learnItem(picked, { code: 'BJM-024', confidential: true }).confidential).toBe(false);
  expect(learnItem(picked, { code: 'BJM-023', confidential: false }).confidential).toBe(false);
});

test('whoever types on while the item is still being found loses nothing', () => {
  const ahead = { ...takeWords(draft), box: '3/502' };
  expect(pickLate(ahead, hit)).toMatchObject({
    picked: { code: 'BJM-023' },
    words: '怀孕了',
    box: '3/502',
  });
  expect(pickLate(ahead, undefined)).toMatchObject({
    picked: null,
    words: '',
    box: '怀孕了;3/502',
  });
  const other = pickOther(ahead);
  expect(pickLate(other, hit)).toBe(other);
});

test('an alarm that only the item raised goes with the item, the worker’s own stays', () => {
  expect(unpick(pickItem(draft, { ...hit, urgent: true })).urgent).toBe(false);
  expect(unpick(pickItem({ ...draft, urgent: true }, { ...hit, urgent: true })).urgent).toBe(true);
});
