import { expect, test } from 'vitest';
import {
  type CertificateDecision,
  type CertificateKind,
  directionTo,
  helpingOffice,
  type LocalCertificate,
  refusalReason,
} from './index.ts';

const national: CertificateKind = {
  code: 'NEG-01',
  name: '亲属关系证明',
  aliases: [],
  allowed: false,
  scope: '全国',
  basis: '民政部等六部门《指导意见》(民发〔2020〕20号)附件',
  effective: '2020',
  redirect: '户籍派出所',
  standing: 'official-national',
  redirectStanding: 'assumed',
  sources: [],
};
const confirmed: LocalCertificate = {
  orgId: 's',
  orgName: '林云街道',
  office: '林云派出所户籍窗口',
  phone: '021-5500 0001',
  address: '林云路1号',
  ruling: null,
  basis: '2026年10月电话确认',
  confirmedOn: '2026-10-20',
  confirmedBy: '赵敏',
};
const number: LocalCertificate = {
  ...confirmed,
  office: '林云街道办事处',
  phone: '021-5500 0009',
  address: null,
};
const known = { chain: [], fallback: [], subdistrict: '林云街道' };

test('what the committee confirmed goes before what the subdistrict did, and both before the list', () => {
  const own = { ...confirmed, orgId: 'c', office: '居委会楼上的警务室' };
  expect(helpingOffice(national, { ...known, chain: [own, confirmed] })).toMatchObject({
    office: '居委会楼上的警务室',
    standing: 'confirmed',
  });
  const ruledOnly = { ...own, office: null };
  expect(helpingOffice(national, { ...known, chain: [ruledOnly, confirmed] })).toMatchObject({
    office: '林云派出所户籍窗口',
    confirmed: { org: '林云街道', by: '赵敏', on: '2026-10-20' },
  });
});

test('a working default is said as such, and a rule’s own office as a fact', () => {
  const assumed = helpingOffice(national, known);
  expect(assumed.standing).toBe('assumed');
  expect(directionTo(assumed)).toBe('可先问户籍派出所,以该单位答复为准。');
  const official = helpingOffice({ ...national, redirectStanding: 'official-national' }, known);
  expect(directionTo(official)).toBe('请找户籍派出所。');
  expect(directionTo(helpingOffice(national, { ...known, chain: [confirmed] }))).toBe(
    '请到林云派出所户籍窗口办,在林云路1号,电话 021-5500 0001。',
  );
});

test('where nobody is named the subdistrict is, with its number where it is known: never a bare no', () => {
  const bare = { ...national, redirect: ' ' };
  expect(directionTo(helpingOffice(bare, { ...known, fallback: [number] }))).toBe(
    '该去哪里办,可先问林云街道办事处,电话 021-5500 0009,以该单位答复为准。',
  );
  expect(helpingOffice(bare, known)).toMatchObject({ office: '林云街道', standing: 'fallback' });
  expect(helpingOffice(null, known).office).toBe('林云街道');
});

const refuse = (kind: CertificateKind) => ({ outcome: 'refuse', kind, rule: 1 }) as const;

test('the reason names whose rule it is, what may serve instead, and calls nothing a rule that is none', () => {
  expect(refusalReason('亲属关系证明', refuse(national))).toBe(
    '“亲属关系证明”我们开不了:国家有规定(民发〔2020〕20号),居委会不开这一种。',
  );
  expect(refusalReason('亲属关系证明', refuse({ ...national, papers: '户口簿' }))).toMatch(
    /手上有户口簿的,先拿去用,不用另开。$/,
  );
  const shanghai = { ...national, scope: '上海', basis: '上海2015年末清单' };
  expect(refusalReason('失业证明', refuse(shanghai))).toContain('上海的清单上写明');
  const ruled: CertificateKind = { ...national, allowed: 'conditional', scope: '上海(类别名)' };
  expect(refusalReason('社保证明', refuse(ruled))).not.toMatch(/规定|写明/);
});

test('what nothing forbids is not called forbidden: it does not go out yet, and why', () => {
  const decisions: CertificateDecision[] = [
    { outcome: 'check', kind: national, rule: 2, approval: 'head' },
    { outcome: 'ask', question: 'public', rule: 3 },
    { outcome: 'hold', todo: 'consult-residents', rule: 3 },
    { outcome: 'hold', todo: 'legal-advice', rule: 4 },
    { outcome: 'hold', todo: 'head-decides', rule: null },
    { outcome: 'issue', kind: null, rule: 4, approval: 'head' },
  ];
  const said = decisions.map((decision) => refusalReason('漏水证明', decision));
  expect(said.filter((words) => !/^“漏水证明”现在还开不了:.+。$/.test(words))).toEqual([]);
  expect(new Set(said).size).toBe(said.length);
  expect(said.join()).not.toMatch(/规定|不开这一种/);
});

test('the office that can be said goes before the list’s own line', () => {
  const said = { ...national, redirect: '身份证、户口簿;户籍派出所', office: '户籍派出所' };
  expect(helpingOffice(said, known).office).toBe('户籍派出所');
});
