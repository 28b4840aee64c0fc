import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DomainError } from '../shared/index.ts';
import {
  BASIS_KINDS,
  COVERS,
  checkFirstDay,
  confirm,
  type ItemBody,
  type Known,
  limitIsOfficial,
  rewrite,
  STANDINGS,
  textIsOfficial,
} from './index.ts';

const details = {
  steps: ['带材料来', '当场填好'],
  script: ['几周了?'],
  forWhom: '孕妇',
  fee: '不收费',
  places: [{ name: '本居委会接待台' }],
  closing: '交到手里',
} as const;
const body: ItemBody = {
  name: '孕妇联系单(卡)办理',
  kind: 'contactless',
  serviceLine: '卫生健康与计生',
  route: 'committee',
  limitWorkingDays: 1,
  materials: ['怀孕证明', '结婚证'],
  phrasings: ['我怀孕了'],
  details: { ...details, standing: 'composed' },
};
const confirmed = {
  by: '张',
  at: '2026-11-01',
  basis: '办事指南',
  kind: 'document-local',
} as const;
const official: Known = {
  body: { ...body, details: { ...details, standing: 'official-local' } },
  standing: 'official-local',
  confirmed,
};

test('who changes the rule loses what was confirmed of it, and nothing else', () => {
  const next = rewrite(official, { ...body, details, materials: ['怀孕证明'] });
  expect(next).toMatchObject({ standing: 'reconstructed', confirmedStays: false });
  expect(next?.body.details?.standing).toBe('official-local');
});

test('who changes the text makes it composed again, and the rule stays confirmed', () => {
  const next = rewrite(official, { ...body, details: { ...details, fee: '十元' } });
  expect(next).toMatchObject({ standing: 'official-local', confirmedStays: true });
  expect(next?.body.details?.standing).toBe('composed');
});

test('a way of saying it, more or less, is no change of standing', () => {
  const next = rewrite(official, { ...body, details, phrasings: ['我怀孕了', '要建小卡'] });
  expect(next).toMatchObject({ standing: 'official-local', confirmedStays: true });
  expect(next?.body.details?.standing).toBe('official-local');
});

test('what says the same is no version', () => {
  expect(rewrite(official, { ...body, details })).toBeUndefined();
});

test('no edit makes anything more official than it was', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...STANDINGS),
      fc.constantFrom(...STANDINGS),
      fc.boolean(),
      fc.record({
        limitWorkingDays: fc.constantFrom(1, 2),
        name: fc.constantFrom(body.name, '乙'),
      }),
      fc.record({
        fee: fc.constantFrom(details.fee, '十元'),
        closing: fc.constantFrom(details.closing),
      }),
      (standing, ofText, isConfirmed, rule, text) => {
        const known: Known = {
          body: { ...body, details: { ...details, standing: ofText } },
          standing,
          ...(isConfirmed ? { confirmed } : {}),
        };
        const next = rewrite(known, { ...body, ...rule, details: { ...details, ...text } });
        if (next === undefined) return;
        const [was, is] = [
          limitIsOfficial({ standing, ...(isConfirmed ? { confirmed } : {}) }),
          limitIsOfficial({
            standing: next.standing,
            ...(next.confirmedStays ? { confirmed } : {}),
          }),
        ];
        expect(is && !was).toBe(false);
        expect(textIsOfficial(next.body) && !textIsOfficial(known.body)).toBe(false);
      },
    ),
  );
});

test('only a text of an authority makes a working default a rule, and only what it covers', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...BASIS_KINDS),
      fc.subarray([...COVERS], { minLength: 1 }),
      (basis, covers) => {
        const next = confirm({ body, standing: 'reconstructed' }, basis, covers);
        const carried = { standing: next.standing, confirmed: { ...confirmed, kind: basis } };
        const byText = basis === 'document-local' || basis === 'document-national';
        expect(limitIsOfficial(carried)).toBe(byText && covers.includes('rule'));
        expect(textIsOfficial(next.body)).toBe(byText && covers.includes('text'));
        expect({ ...next.body, details: undefined }).toEqual({ ...body, details: undefined });
      },
    ),
  );
});

test("an office's word vouches for what the lists name; a report in the press does not", () => {
  const known = { body, standing: 'listed' } as const;
  for (const [kind, told] of [
    ['office', true],
    ['press', false],
  ] as const) {
    const next = confirm(known, kind, ['rule']);
    expect(next.standing).toBe('listed');
    expect(limitIsOfficial({ ...next, confirmed: { ...confirmed, kind } })).toBe(told);
  }
});

test('a confirmation of nothing, and of a text that is not there, is refused', () => {
  expect(() => confirm({ body, standing: 'listed' }, 'office', [])).toThrow(DomainError);
  const { details: _none, ...bare } = body;
  expect(() => confirm({ body: bare, standing: 'listed' }, 'office', ['text'])).toThrow(
    DomainError,
  );
});

test('a version begins today or later, unless it is said why not', () => {
  expect(() => checkFirstDay('2026-11-23', '2026-11-24', undefined)).toThrow(DomainError);
  checkFirstDay('2026-11-24', '2026-11-24', undefined);
  checkFirstDay('2026-11-23', '2026-11-24', '文件自11月23日起实行');
});
