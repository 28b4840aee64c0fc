import type { CertificateDecisionView } from '@qzt/contract/certificate';
import { expect, test } from 'vitest';
import { becauseText, isSure, officeText, verdictText } from './verdict-words.ts';

const view = (more: Partial<CertificateDecisionView>) => more as CertificateDecisionView;

test('the verdict says what may be done, and who has to agree', () => {
  expect(verdictText(view({ outcome: 'refuse' }))).toBe('不能开');
  expect(verdictText(view({ outcome: 'issue', approval: 'worker' }))).toBe('可以开');
  expect(verdictText(view({ outcome: 'issue', approval: 'head' }))).toBe('可以开,要负责人同意');
  expect(verdictText(view({ outcome: 'hold', todo: '先调查' }))).toBe('先调查');
});

test('a rule of another place is named as one, beside no basis of its own', () => {
  const rule = { order: 4, text: '…', standing: 'elsewhere', where: '珠海、甘肃等地' };
  expect(becauseText(view({ rule, basis: null }))).toEqual([
    '判断顺序第4条 · 外地做法,仅供参考(珠海、甘肃等地)',
  ]);
});

test('an office that nobody confirmed reads as that', () => {
  const office = { office: '派出所', phone: null, address: null, confirmed: null };
  expect(officeText({ ...office, standing: 'assumed' })).toMatch(/^待核实/);
  expect(officeText({ ...office, standing: 'fallback' })).toMatch(/^待核实/);
  expect(isSure({ standing: 'assumed' })).toBe(false);
  const confirmed = { org: '林云街道', by: '徐文', on: '2026-10-20', basis: '电话问过' };
  expect(officeText({ ...office, standing: 'confirmed', confirmed })).toContain('徐文,2026-10-20');
});
