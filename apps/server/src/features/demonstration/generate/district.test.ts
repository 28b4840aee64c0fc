import { committeePlaces } from '@qzt/testkit';
import { expect, test } from 'vitest';
import { COMMITTEES_OF, placesOf, unitsOf } from './district.ts';
import { linesOfOffice } from './staff.ts';

test('a district has 8 subdistricts and 209 committees, each with a place, an id and a code of its own', () => {
  const units = unitsOf('district');
  const ofKind = (kind: string) => units.filter((unit) => unit.kind === kind);
  expect(ofKind('subdistrict')).toHaveLength(8);
  expect(ofKind('centre')).toHaveLength(8);
  expect(ofKind('committee')).toHaveLength(COMMITTEES_OF.district);
  for (const key of ['id', 'code'] as const)
    expect(new Set(units.map((unit) => unit[key])).size).toBe(units.length);
  expect(new Set(ofKind('committee').map(({ name }) => name)).size).toBe(209);
  const known = new Set(units.map(({ id }) => id));
  expect(units.every(({ parentId }) => parentId === null || known.has(parentId))).toBe(true);
});

test('the subdistrict of the demonstration comes first, in the places that its test data describe', () => {
  const first = placesOf(unitsOf('district')).slice(0, COMMITTEES_OF.subdistrict);
  expect(first).toEqual(placesOf(unitsOf('subdistrict')));
  expect(first.map(({ place }) => place)).toEqual(committeePlaces);
});

test('every office of a subdistrict answers for a line', () => {
  const offices = unitsOf('district').filter(({ kind }) => kind === 'department');
  expect(offices.filter((office) => linesOfOffice(office).length === 0)).toEqual([]);
});
