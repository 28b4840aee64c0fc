import { readInput } from '@qzt/domain/reception';
import { expect, test } from 'vitest';
import { choicesOf, digitOf, type Found, ofSurname } from './choices.ts';

const item = (code: string) =>
  ({
    code,
    name: code,
    kind: 'contactless',
    serviceLine: '民政',
    route: 'committee',
    limitWorkingDays: 1,
    standing: 'attested',
    limitOfficial: false,
    score: 1,
  }) as Found['items'][number];
const person = (name: string) => ({ id: name, name, door: '3号楼502', householdId: 'h' });
const found: Found = {
  items: [item('BJM-001'), item('BJM-002')],
  confident: true,
  residents: [person('王*'), person('李*')],
  cases: [],
};
const kinds = (text: string, more: Partial<Found> = {}, picked = false): string[] =>
  choicesOf(readInput(text), { ...found, ...more }, picked).map((choice) => choice.kind);

test('a sentence offers items and 其他, and then the residents it names', () => {
  expect(kinds('要办敬老卡', { residents: [] })).toEqual(['item', 'item', 'other']);
  expect(kinds('王阿姨住3号楼502,要办敬老卡')).toEqual(['item', 'item', 'other', 'resident']);
});

test('a door, a telephone or a name offers people; the telephone can be kept without a resident', () => {
  expect(kinds('3号楼502')).toEqual(['resident', 'resident']);
  expect(kinds('13800000001', { residents: [] })).toEqual(['phone']);
  expect(kinds('王秀英', { confident: false, residents: [] })).toEqual([
    'item',
    'item',
    'other',
    'name',
  ]);
  expect(kinds('王秀英', { confident: false })[0]).toBe('resident');
  expect(kinds('高龄津贴')[0]).toBe('item');
});

test('once the matter is chosen, words add to it and people come first', () => {
  expect(kinds('她是外地户口', { residents: [], confident: false }, true)).toEqual(['say']);
  expect(kinds('王秀英', { confident: false }, true)).toEqual([
    'resident',
    'resident',
    'name',
    'say',
  ]);
});

test('after its panel was closed, words are first another matter; people come as before', () => {
  const left = (text: string) =>
    choicesOf(readInput(text), { ...found, residents: [], confident: false }, true, true);
  expect(left('换灯泡坏了').map(({ kind }) => kind)).toEqual(['anew', 'say']);
  expect(left('13800000001').map(({ kind }) => kind)).toEqual(['phone']);
});

test('of those behind a door the surname chooses; where nobody bears it, all are shown', () => {
  expect(ofSurname(found.residents, '王').map((one) => one.name)).toEqual(['王*']);
  expect(ofSurname(found.residents, '赵')).toHaveLength(2);
});

test('digits: 其他 is 0, the others count on, past nine there is none', () => {
  const choices = choicesOf(readInput('王阿姨住3号楼502,要办敬老卡'), found, false);
  expect(choices.map((_, index) => digitOf(choices, index))).toEqual([1, 2, 0, 3]);
  const many = Array.from({ length: 11 }, () => ({ kind: 'say' }) as const);
  expect(digitOf(many, 9)).toBeNull();
});
