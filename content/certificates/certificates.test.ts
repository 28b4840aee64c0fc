import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Standing, WebAddress } from '../standing.ts';

const Text = z.string().trim().min(1);
const Certificate = z.strictObject({
  code: z.string().regex(/^(NEG|POS)(-[A-Z]{2})?-\d{2}$/),
  name: Text,
  aliases: z.array(Text),
  allowed: z.union([z.boolean(), z.literal('conditional')]),
  scope: Text,
  basis: Text,
  effective: z.string().regex(/^\d{4}$/),
  redirect: z.string(),
  /** The same as `redirect`, taken apart so that it can be said: whom to ask, and what may serve already. */
  office: Text.optional(),
  papers: Text.optional(),
  redirect_source: WebAddress.optional(),
  sources: z.array(WebAddress),
  note: z.string().optional(),
  /** The entry of another list about the same paper, where the two come to different conclusions. */
  sameAs: z.string().optional(),
  standing: Standing,
  redirectStanding: Standing,
});
const Rule = z.strictObject({
  order: z.int().min(1),
  rule: Text,
  standing: Standing,
  where: Text.optional(),
});
const Certificates = z.strictObject({
  note: Text,
  decisionRules: z.array(Rule).min(1),
  items: z.array(Certificate).min(1),
});

const text = readFileSync(new URL('./certificates.json', import.meta.url), 'utf8');
const { decisionRules, items } = Certificates.parse(JSON.parse(text));

test('the national list has 20 entries and none of them may be issued', () => {
  const national = items.filter((item) => item.scope === '全国');
  expect(national).toHaveLength(20);
  expect(national.filter((item) => item.allowed !== false)).toEqual([]);
});

test('a code names one paper', () => {
  expect(new Set(items.map((item) => item.code)).size).toBe(items.length);
});

test('a list of another province is a pattern and never a rule of Shanghai', () => {
  const foreign = items.filter((item) => item.scope.includes('不适用上海'));
  expect(foreign.length).toBeGreaterThan(0);
  expect(new Set(foreign.map((item) => item.standing))).toEqual(new Set(['elsewhere']));
});

test('nothing that Shanghai has not published as a list is allowed outright', () => {
  const local = items.filter((item) => item.scope.startsWith('上海') && item.allowed === true);
  expect(local).toEqual([]);
});

test('every national refusal names who can help, with an address of its source', () => {
  const national = items.filter((item) => item.scope === '全国');
  expect(national.filter((item) => !item.redirect.trim() || item.sources.length === 0)).toEqual([]);
});

test('what can be said of who helps is what the list says, and no more', () => {
  const words = (text: string): string[] =>
    [...text.matchAll(/[\p{Script=Han}]{2,}/gu)].map(String);
  for (const { code, office, papers, redirect } of items)
    for (const part of [office, papers].filter((text) => text !== undefined))
      for (const name of part.split(/[、或()(),《》]/).filter((text) => text.length > 1))
        expect(
          words(redirect).some((word) => word.includes(name.slice(0, 2))) ||
            name.startsWith('要这份'),
          `${code} ${name}`,
        ).toBe(true);
});

test('the local refusals that name nobody yet are these, and a screen must send them to a person', () => {
  const bare = items.filter((item) => item.allowed === false && !item.redirect.trim());
  expect(bare.map((item) => item.code)).toEqual([
    'NEG-SH-01',
    'NEG-SH-02',
    'NEG-SH-03',
    'NEG-HB-01',
    'NEG-HB-02',
    'POS-SH-02',
  ]);
});

test('the order of decision has no gap', () => {
  expect(decisionRules.map((rule) => rule.order)).toEqual(decisionRules.map((_, i) => i + 1));
});

test('an entry that stands for the same paper as another names one that is there', () => {
  const codes = new Set(items.map((item) => item.code));
  const named = items.flatMap((item) => (item.sameAs === undefined ? [] : [item.sameAs]));
  expect(named).toEqual(['NEG-14']);
  expect(named.filter((code) => !codes.has(code))).toEqual([]);
});

const phrasings = z
  .record(z.string(), z.array(Text).min(1))
  .parse(JSON.parse(readFileSync(new URL('./phrasings.json', import.meta.url), 'utf8')));

test('every paper that decides here can be asked for in residents’ own words', () => {
  const here = items.filter(
    (item) => !item.scope.includes('不适用上海') && item.code !== 'POS-SH-08',
  );
  expect(Object.keys(phrasings).sort()).toEqual(here.map((item) => item.code).sort());
});

const Field = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  label: Text,
  kind: z.enum(['name', 'text', 'long', 'date', 'idNumber', 'choice']),
  max: z.int().min(1).max(2000).optional(),
  must: z.boolean(),
  from: z.enum(['name', 'idNumber', 'address']).optional(),
  options: z.array(Text).min(2).optional(),
});
const Template = z.strictObject({
  code: z.string().regex(/^CT-\d{2}$/),
  name: Text,
  kinds: z.array(Text),
  unlisted: z.boolean().optional(),
  approval: z.enum(['worker', 'head']),
  standing: Standing,
  fields: z.array(Field).min(1),
  addressee: Text,
  paragraphs: z.array(Text).min(1),
  closing: Text,
});
const { templates } = z
  .strictObject({ note: Text, templates: z.array(Template).min(1) })
  .parse(JSON.parse(readFileSync(new URL('./templates.json', import.meta.url), 'utf8')));

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, key]) => key ?? '');

test('a template asks for every word that it prints and prints every word that it asks for', () => {
  for (const { code, fields, addressee, paragraphs, closing } of templates) {
    const printed = [addressee, ...paragraphs, closing].flatMap(placeholders);
    expect(new Set(printed), code).toEqual(new Set(fields.map((field) => field.key)));
    expect(
      fields.filter((field) => (field.kind === 'choice') !== (field.options !== undefined)),
    ).toEqual([]);
  }
});

test('no template is for a paper that must not be issued', () => {
  const allowed = new Map(items.map((item) => [item.code, item.allowed]));
  for (const { code, kinds } of templates)
    expect(
      kinds.filter((kind) => allowed.get(kind) !== 'conditional'),
      code,
    ).toEqual([]);
  const served = new Set(templates.flatMap((template) => template.kinds));
  const conditional = items.filter((item) => item.allowed === 'conditional');
  expect(conditional.filter((item) => !served.has(item.code))).toEqual([]);
});
