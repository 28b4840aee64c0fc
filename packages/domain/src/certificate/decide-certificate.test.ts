import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CERTIFICATE_QUESTIONS,
  type CertificateAnswers,
  type CertificateDecision,
  type CertificateKind,
  checkRuling,
  decideCertificate,
  decidesHere,
  type LocalCertificate,
  prevailing,
  rulingOf,
} from './index.ts';

const listed = (code: string, more: Partial<CertificateKind>): CertificateKind => ({
  code,
  name: code,
  aliases: [],
  allowed: false,
  scope: '全国',
  basis: '民发〔2020〕20号',
  effective: '2020',
  redirect: '',
  standing: 'official-national',
  redirectStanding: 'assumed',
  sources: [],
  ...more,
});
/** One of every sort of entry that the shipped list has; the shipped list itself is driven over HTTP. */
const kinds: CertificateKind[] = [
  listed('NEG-01', {}),
  listed('NEG-14', {}),
  listed('NEG-SH-03', { scope: '上海', effective: '2015' }),
  listed('POS-SH-01', {
    scope: '上海(类别名,非事项名)',
    allowed: 'conditional',
    effective: '2015',
  }),
  listed('POS-SH-02', { scope: '上海(类别名,非事项名)', effective: '2015', sameAs: 'NEG-14' }),
  listed('NEG-HB-01', { scope: '湖北(参考,不适用上海)' }),
  listed('POS-BJ-02', { scope: '北京(参考,不适用上海)', allowed: true, effective: '2019' }),
];
const kind = (code: string): CertificateKind => {
  const found = kinds.find((one) => one.code === code);
  if (found === undefined) throw new Error(`no ${code}`);
  return found;
};
const decided = (decision: CertificateDecision) =>
  'kind' in decision ? { ...decision, kind: decision.kind?.code ?? null } : decision;

test('whatever the national list names is refused, whatever an office ruled and somebody answered', () => {
  const national = kinds.filter(({ scope }) => scope === '全国');
  const answers = fc.record(
    { public: fc.boolean(), consulted: fc.boolean(), elsewhere: fc.boolean(), risk: fc.boolean() },
    { requiredKeys: [] },
  ) as fc.Arbitrary<CertificateAnswers>;
  fc.assert(
    fc.property(
      fc.constantFrom(...national),
      answers,
      fc.constantFrom('issue' as const, 'refuse' as const, null),
      (asked, given, ruling) => {
        expect(decided(decideCertificate(asked, kinds, given, ruling))).toEqual({
          outcome: 'refuse',
          kind: asked.code,
          rule: 1,
        });
      },
    ),
  );
});

test('where two lists differ on one paper, the newer and higher one prevails', () => {
  expect(decided(decideCertificate(kind('POS-SH-02'), kinds))).toEqual({
    outcome: 'refuse',
    kind: 'NEG-14',
    rule: 5,
  });
  const local: CertificateKind = {
    ...kind('POS-SH-01'),
    code: 'L',
    sameAs: 'NEG-01',
    allowed: true,
  };
  for (const effective of ['2019', '2020']) {
    const old = { ...local, effective };
    expect(prevailing(old, [...kinds, old]).code).toBe('NEG-01');
  }
  const newer = { ...local, effective: '2027' };
  expect(prevailing(kind('NEG-01'), [...kinds, newer]).code).toBe('L');
});

test('a list of another place decides nothing: the questions are asked as if it were not there', () => {
  const foreign = kinds.filter((one) => !decidesHere(one));
  expect(foreign.length).toBe(2);
  for (const asked of foreign)
    expect(decideCertificate(asked, kinds)).toEqual({
      outcome: 'ask',
      question: 'public',
      rule: 3,
    });
});

test('a paper allowed on a condition waits for the head, until an office confirms it; an office may also refuse it', () => {
  const asked = kind('POS-SH-01');
  expect(decideCertificate(asked, kinds)).toMatchObject({
    outcome: 'check',
    approval: 'head',
    rule: 2,
  });
  expect(decideCertificate(asked, kinds, {}, 'issue')).toMatchObject({
    outcome: 'issue',
    approval: 'worker',
    rule: 2,
  });
  expect(decideCertificate(asked, kinds, {}, 'refuse')).toMatchObject({
    outcome: 'refuse',
    rule: 1,
  });
});

test.each<[CertificateAnswers, object]>([
  [{}, { outcome: 'ask', question: 'public' }],
  [{ public: true }, { outcome: 'ask', question: 'consulted' }],
  [
    { public: true, consulted: true },
    { outcome: 'issue', rule: 3, approval: 'head' },
  ],
  [
    { public: true, consulted: false },
    { outcome: 'hold', todo: 'consult-residents' },
  ],
  [{ public: false }, { outcome: 'ask', question: 'elsewhere' }],
  [
    { public: false, elsewhere: true },
    { outcome: 'ask', question: 'risk' },
  ],
  [
    { public: false, elsewhere: true, risk: false },
    { outcome: 'issue', rule: 4, approval: 'head' },
  ],
  [
    { public: false, elsewhere: true, risk: true },
    { outcome: 'hold', todo: 'legal-advice', rule: 4 },
  ],
  [
    { public: false, elsewhere: false, risk: true },
    { outcome: 'hold', todo: 'legal-advice' },
  ],
  [
    { public: false, elsewhere: false, risk: false },
    { outcome: 'hold', todo: 'head-decides', rule: null },
  ],
])('on no list, %j leads to %j', (answers, expected) => {
  expect(decideCertificate(null, kinds, answers)).toMatchObject(expected);
});

test('answering what is asked always ends, after three questions at most', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (replies) => {
      let answers: CertificateAnswers = {};
      let asked = 0;
      let decision = decideCertificate(null, kinds, answers);
      while (decision.outcome === 'ask') {
        expect(CERTIFICATE_QUESTIONS[decision.question]).toContain('?');
        expect(answers[decision.question]).toBeUndefined();
        answers = { ...answers, [decision.question]: replies[asked] ?? false };
        asked += 1;
        decision = decideCertificate(null, kinds, answers);
      }
      expect(asked).toBeLessThanOrEqual(3);
      expect(['issue', 'hold']).toContain(decision.outcome);
    }),
  );
});

const said = (orgId: string, ruling: LocalCertificate['ruling']): LocalCertificate => ({
  orgId,
  orgName: orgId,
  office: null,
  phone: null,
  address: null,
  ruling,
  basis: '现行清单',
  confirmedOn: '2026-11-01',
  confirmedBy: '李建国',
});

test('the nearest ruling holds, and nobody rules what a list forbids', () => {
  expect(rulingOf([said('c', 'refuse'), said('s', 'issue')])).toBe('refuse');
  expect(rulingOf([said('c', null), said('s', 'issue')])).toBe('issue');
  expect(rulingOf([])).toBeNull();
  expect(() => checkRuling(kind('POS-SH-01'), 'issue')).not.toThrow();
  expect(() => checkRuling(kind('NEG-01'), 'refuse')).not.toThrow();
  expect(() => checkRuling(kind('NEG-01'), 'issue')).toThrow();
  expect(() => checkRuling(null, 'issue')).toThrow();
  expect(() => checkRuling(null, null)).not.toThrow();
});
