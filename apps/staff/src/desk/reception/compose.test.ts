import { CaseCreate, EncounterCreate } from '@qzt/contract/reception';
import { expect, test } from 'vitest';
import { caseOf, encounterOf } from './compose.ts';
import { type Draft, newDraft } from './draft.ts';

const base: Draft = {
  ...newDraft(new Date('2026-11-24T06:30:00Z')),
  words: '我儿媳怀孕了,想办一张孕妇联系单',
  picked: { kind: 'item', code: 'BJM-023', name: '孕妇联系单(卡)办理' },
};
const resident = {
  id: '0192f0c1-2345-7abc-8def-0123456789ab',
  name: '邵*',
  door: '林云一村 3号楼502',
  householdId: '0192f0c1-2345-7abc-8def-0123456789ac',
};

test('what the desk sends has the shape of the contract, for every act and whoever came', () => {
  const people: Partial<Draft>[] = [
    {},
    { resident },
    {
      visitor: { name: '王阿姨', phone: '13800000001', onBehalfOf: '', relation: '' },
    },
    { visitor: { name: '', phone: '', onBehalfOf: '婆婆', relation: '儿媳' } },
  ];
  for (const person of people)
    for (const act of ['settle', 'register', 'line', 'refer', 'dispatch', 'point'] as const) {
      const draft = { ...base, ...person, materials: { 怀孕证明: 1, 结婚证: 0 } };
      expect(EncounterCreate.safeParse(encounterOf(draft, act)).error).toBeUndefined();
      expect(CaseCreate.safeParse(caseOf(draft, act, true)).error).toBeUndefined();
    }
});

test('a case behind the contact is announced in it, one line is not', () => {
  expect(encounterOf(base, 'settle').needs[0]?.outcome).toBe('case');
  expect(encounterOf(base, 'register').needs[0]?.outcome).toBe('case');
  expect(encounterOf({ ...base, lineOutcome: 'advice' }, 'line').needs[0]?.outcome).toBe('advice');
});

test('settling writes an answer, registering does not', () => {
  expect(caseOf(base, 'settle', true).settle).toEqual({ answer: '已当场办好' });
  expect(caseOf({ ...base, answer: '单子已给' }, 'settle', true).settle?.answer).toBe('单子已给');
  expect(caseOf(base, 'register', true)).not.toHaveProperty('settle');
});

test('of a resident only for whom he acts is written: name and telephone stand in his file', () => {
  const visitor = { name: '王阿姨', phone: '13800000001', onBehalfOf: '婆婆', relation: '' };
  expect(encounterOf({ ...base, resident, visitor }, 'line').visitor).toEqual({
    onBehalfOf: '婆婆',
  });
});

test('whoever was shown the way is recorded with the place; what was late says when it really was', () => {
  expect(encounterOf(base, 'point', '燃气公司,962777').needs[0]).toMatchObject({
    outcome: 'referred',
    place: '燃气公司,962777',
  });
  const lateAt = '2026-11-23T10:00:00+08:00';
  expect(encounterOf({ ...base, lateAt }, 'line')).toMatchObject({
    startedAt: lateAt,
    enteredLate: true,
  });
});

test('only materials that were brought are listed; 其他 has no item', () => {
  const body = caseOf({ ...base, materials: { 怀孕证明: 2, 结婚证: 0 } }, 'register', true);
  expect(body.materials).toEqual([{ name: '怀孕证明', copies: 2 }]);
  const other = { ...base, picked: { kind: 'other' } } satisfies Draft;
  expect(caseOf(other, 'register', true)).not.toHaveProperty('serviceItem');
  expect(caseOf({ ...other, words: '长'.repeat(200) }, 'register', true).title).toHaveLength(80);
});
