import { expect, test } from 'vitest';
import { officesFor } from './offices.ts';

const units = [
  { id: 'a', name: '民政科', kind: 'department' },
  { id: 'b', name: '凌云街道社区事务受理服务中心', kind: 'centre' },
  { id: 'c', name: '凌云居委会', kind: 'committee' },
];

test('the place of the item stands first; a place outside of the system can only be pointed to', () => {
  const places = [
    { name: '社区事务受理服务中心' },
    { name: '燃气公司营业厅', phone: '962777' },
    { name: '本居委会接待台' },
  ];
  expect(officesFor(places, units)).toEqual({
    own: [
      { kind: 'centre', id: 'b', name: '凌云街道社区事务受理服务中心' },
      { kind: 'outside', name: '燃气公司营业厅,962777' },
    ],
    others: [{ kind: 'department', id: 'a', name: '民政科' }],
  });
});

test('without a place all offices stand there, and no committee', () => {
  expect(officesFor([], units).others.map((office) => office.name)).toEqual([
    '民政科',
    '凌云街道社区事务受理服务中心',
  ]);
});
