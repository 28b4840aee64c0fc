import { expect, test } from 'vitest';
import { permissionsOf } from '../org/index.ts';
import { worklistsOf } from './index.ts';

const listsOf = (roles: Parameters<typeof permissionsOf>[0], orgKind: string) =>
  worklistsOf(new Set(permissionsOf(roles)), orgKind);

test('everybody has the lists of their place, and only a head sees what presses in the whole committee', () => {
  const own = ['promises', 'handed', 'waiting', 'answered'];
  expect(listsOf(['worker'], 'committee')).toEqual(own);
  expect(listsOf(['worker', 'head'], 'committee')).toEqual([
    'promises',
    'committee',
    ...own.slice(1),
  ]);
  expect(listsOf(['officer'], 'department')).toEqual(['office']);
  expect(listsOf(['centreClerk'], 'centre')).toEqual(['office']);
  expect(listsOf(['subdistrictAdmin'], 'subdistrict')).toEqual(['underWay']);
  expect(listsOf(['districtAdmin'], 'district')).toEqual([]);
  expect(listsOf(['auditor'], 'subdistrict')).toEqual([]);
});
