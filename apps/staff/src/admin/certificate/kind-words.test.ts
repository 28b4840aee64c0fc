import type { CertificateKindView, LocalCertificateView } from '@qzt/contract/certificate';
import { expect, test } from 'vitest';
import { allowedText, entryOf, formOf, isOpen, sourceText } from './kind-words.ts';

const assumed = {
  office: '户籍派出所',
  phone: null,
  address: null,
  standing: 'assumed',
  confirmed: null,
} as const;
const kind = {
  code: 'NEG-01',
  allowed: 'no',
  own: null,
  above: null,
  office: assumed,
} as unknown as CertificateKindView;
const word: LocalCertificateView = {
  orgId: 'c',
  orgName: '林云居委会',
  office: '警务室',
  phone: '021-55000001',
  address: null,
  ruling: null,
  basis: '问过',
  confirmedOn: '2026-11-01',
  confirmedBy: '李建国',
  version: 1,
};

test('what nobody confirmed is still to be looked at, what somebody did is not', () => {
  expect(isOpen(kind)).toBe(true);
  expect(sourceText(kind)).toBe('待核实');
  const confirmed = { org: '林云居委会', by: '李建国', on: '2026-11-01', basis: '问过' };
  const sure = {
    ...kind,
    own: word,
    office: { ...assumed, standing: 'confirmed' as const, confirmed },
  };
  expect(isOpen(sure)).toBe(false);
  expect(sourceText(sure)).toContain('李建国');
});

test('a paper that the list leaves open is to be ruled on; the nearest ruling is shown', () => {
  const open = { ...kind, allowed: 'conditional' as const };
  expect([allowedText(open), isOpen(open)]).toEqual(['清单没有定', true]);
  const above = { ...open, above: { ...word, ruling: 'issue' as const } };
  expect([allowedText(above), isOpen(above)]).toEqual(['可以开(本地确认)', false]);
  expect(sourceText(open)).toBe('能不能开,待核实');
  const own = { ...above, own: { ...word, ruling: 'refuse' as const } };
  expect(allowedText(own)).toBe('不能开(本地确认)');
});

test('a form begins with what is suggested, and an empty field travels as nothing', () => {
  const form = formOf(null, kind, '2026-11-24');
  expect(form).toMatchObject({ office: '户籍派出所', basis: '', confirmedOn: '2026-11-24' });
  expect(entryOf({ ...form, office: ' ', basis: ' 问过 ' })).toMatchObject({
    office: null,
    phone: null,
    basis: '问过',
  });
  const fallback = { ...kind, office: { ...assumed, standing: 'fallback' as const } };
  expect(formOf(null, fallback, '2026-11-24').office).toBe('');
  expect(formOf(word, kind, '2026-11-24')).toMatchObject({ office: '警务室', basis: '问过' });
});
