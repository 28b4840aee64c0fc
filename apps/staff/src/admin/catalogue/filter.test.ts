import type { ItemLine } from '@qzt/contract/catalogue';
import { expect, test } from 'vitest';
import { countOf, filtered, readCatalogueSearch } from './filter.ts';

const item = (code: string, more: Partial<ItemLine> = {}): ItemLine => ({
  code,
  name: '修伞',
  kind: 'doorstep',
  serviceLine: '便民服务',
  route: 'dispatch-volunteer',
  limitWorkingDays: 5,
  phrasings: ['伞骨断了'],
  standing: 'attested',
  standingLabel: '有公开出处',
  limitOfficial: false,
  version: 1,
  state: 'in-force',
  from: '2000-01-01',
  gaps: ['rule-unconfirmed'],
  ...more,
});
const items = [
  item('LJL-007'),
  item('BJM-023', { name: '孕妇联系单', serviceLine: '卫生健康与计生', gaps: [] }),
  item('LJL-041', { state: 'withdrawn', route: 'advice', gaps: ['place-open'] }),
];
const codes = (search: object) =>
  filtered(items, readCatalogueSearch({ ...search })).map(({ code }) => code);

test('the list is narrowed by what is to do, by line, by route and by words', () => {
  expect(codes({})).toHaveLength(3);
  expect(codes({ show: 'unconfirmed' })).toEqual(['LJL-007']);
  expect(codes({ show: 'withdrawn' })).toEqual(['LJL-041']);
  expect(codes({ line: '卫生健康与计生' })).toEqual(['BJM-023']);
  expect(codes({ route: 'advice', show: 'place' })).toEqual(['LJL-041']);
  expect(codes({ q: 'ljl 伞骨' })).toEqual(['LJL-007', 'LJL-041']);
  expect(codes({ q: 23 })).toEqual(['BJM-023']);
  expect(countOf(items, 'unconfirmed')).toBe(1);
});

test('an address that nobody wrote shows everything', () => {
  expect(readCatalogueSearch({ show: 'other', line: '没有', route: 'x', q: {} })).toEqual({});
  expect(codes({ show: 'other', line: 3 })).toHaveLength(3);
});
