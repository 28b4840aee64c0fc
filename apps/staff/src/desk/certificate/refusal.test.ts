import { CaseRefusalCreate, type CertificateDecisionView } from '@qzt/contract/certificate';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { refusalFaults, refusalOf, suggested } from './refusal.ts';

const decision = {
  asked: { code: 'NEG-01', name: '亲属关系证明', aliases: [] },
  refusal: { reason: '我们开不了', instead: { office: '户籍派出所', phone: '021-55000001' } },
} as unknown as CertificateDecisionView;

test('the suggested words make a refusal that the contract takes', () => {
  const made = refusalOf(decision, '证明我和我妈', {}, suggested(decision));
  expect(made.title).toBe('亲属关系证明');
  const { title: _title, ...body } = made;
  expect(CaseRefusalCreate.safeParse({ id: v7(), ...body }).success).toBe(true);
});

test('a paper on no list carries the words that were said, cut to what a title holds', () => {
  const unlisted = { ...decision, asked: null };
  const made = refusalOf(unlisted, `${'𠅤'.repeat(90)} `, { public: false }, suggested(decision));
  expect([...made.title]).toHaveLength(80);
  expect(made.title.isWellFormed()).toBe(true);
  expect(made).toMatchObject({ answers: { public: false } });
  expect(made.code).toBeUndefined();
  expect(refusalOf(unlisted, ' ', {}, suggested(decision)).title).toBe('开证明');
});

test('neither a bare no nor no words are stored', () => {
  expect(refusalFaults(suggested(decision))).toEqual({});
  expect(Object.keys(refusalFaults({ reason: ' ', office: '', phone: '12345' }))).toEqual([
    'reason',
    'instead.office',
  ]);
});
