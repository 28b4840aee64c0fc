import type { PhoneEntry } from '@qzt/contract/phonebook';
import { expect, test } from 'vitest';
import { foundIn, groupsOf } from './groups.ts';

const entry = (role: string, name: string, phone = '021-5555'): PhoneEntry => ({
  id: name,
  role,
  name,
  phone,
  masked: false,
  private: false,
  note: null,
  position: 0,
  standing: 'assumed',
  shipped: false,
  changedBy: null,
  changedAt: null,
  version: 1,
});
const book = [
  entry('police', '报警', '110'),
  entry('lift', '三菱电梯维保'),
  entry('buildingLead', '3号楼 周阿姨'),
  entry('unheard-of', '锁匠'),
];

test('a word finds by name, kind or number', () => {
  expect(foundIn(book, '电梯').map(({ name }) => name)).toEqual(['三菱电梯维保']);
  expect(foundIn(book, '楼组长').map(({ name }) => name)).toEqual(['3号楼 周阿姨']);
  expect(foundIn(book, '３号楼')).toHaveLength(1);
  expect(foundIn(book, '110')).toHaveLength(1);
  expect(foundIn(book, ' ')).toBe(book);
});

test('kinds stand in the order of the book; one that is not known is among the others', () => {
  expect(groupsOf(book).map(([role]) => role)).toEqual(['police', 'lift', 'buildingLead', 'other']);
});
