import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DomainError } from '../shared/index.ts';
import {
  itemAt,
  limitIsOfficial,
  limitLabel,
  requirementNotice,
  type ServiceItem,
  STANDINGS,
} from './index.ts';

const item: ServiceItem = {
  code: 'BJM-023',
  version: 1,
  validFrom: '2026-01-01',
  name: '孕妇联系单(卡)办理',
  kind: 'contactless',
  serviceLine: '卫生健康与计生',
  route: 'committee',
  limitWorkingDays: 1,
  materials: ['怀孕证明', '结婚证'],
  phrasings: ['我媳妇怀孕了要办联系单'],
  standing: 'attested',
};
const confirmed = { by: '某街道', at: '2026-05-01', basis: '办事指南' };

test('the version in force is the highest of those whose time it is', () => {
  const versions: ServiceItem[] = [
    { ...item, validTo: '2026-07-01' },
    { ...item, version: 2, validFrom: '2026-07-01' },
    { ...item, version: 3, validFrom: '2027-01-01' },
  ];
  const on = (date: string) => itemAt(versions, date)?.version;
  expect([on('2025-12-31'), on('2026-01-01'), on('2026-06-30')]).toEqual([undefined, 1, 1]);
  expect([on('2026-07-01'), on('2026-12-31'), on('2027-06-01')]).toEqual([2, 2, 3]);
  expect(() => itemAt([item, { ...item, code: 'BJM-024' }], '2026-07-01')).toThrow(DomainError);
});

test('the notice has everything at once, with what is there already', () => {
  const details = {
    steps: ['填表', '盖章'],
    script: [],
    forWhom: '孕妇',
    fee: '不收费',
    places: [{ name: '居委会(地址由管理员填写)' }],
    closing: '交联系单',
    standing: 'composed',
  } as const;
  const received = [
    { name: '结婚证', received: true, copies: 1 },
    { name: '居住证', received: false, copies: 1 },
  ];
  expect(requirementNotice({ ...item, details }, received)).toEqual({
    materials: [
      { name: '怀孕证明', received: false, copies: 0 },
      { name: '结婚证', received: true, copies: 1 },
      { name: '居住证', received: false, copies: 1 },
    ],
    steps: ['填表', '盖章'],
    limitWorkingDays: 1,
    places: [{ name: '居委会(地址由管理员填写)' }],
    url: '/items/BJM-023',
  });
});

test('a matter on no list has a notice too: what was asked for, and no limit that nobody told', () => {
  expect(requirementNotice(undefined, [{ name: '身份证', received: true, copies: 1 }])).toEqual({
    materials: [{ name: '身份证', received: true, copies: 1 }],
    steps: [],
    limitWorkingDays: null,
    places: [],
    url: '/find',
  });
});

test('a reconstructed limit is never shown as official, whatever else the item says', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...STANDINGS),
      fc.boolean(),
      fc.boolean(),
      (standing, checkFirst, isConfirmed) => {
        const judged = { ...item, standing, checkFirst, ...(isConfirmed ? { confirmed } : {}) };
        const official = limitIsOfficial(judged);
        if (['reconstructed', 'assumed', 'elsewhere', 'composed'].includes(standing)) {
          expect(official).toBe(false);
        }
        if (checkFirst && !isConfirmed) expect(official).toBe(false);
        expect(limitLabel(judged)).toBe(official ? '承诺时限' : '工作参考时限');
      },
    ),
  );
  expect(limitIsOfficial({ ...item, confirmed })).toBe(true);
  expect(limitIsOfficial(item)).toBe(false);
  expect(limitIsOfficial({ ...item, standing: 'official-local' })).toBe(true);
});
