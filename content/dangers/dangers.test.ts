import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Standing } from '../standing.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'));

const Words = z.array(z.string().min(1)).min(1);
const numbers = z
  .array(
    z.strictObject({
      code: z.string().regex(/^[a-zA-Z]+$/),
      name: z.string().min(2),
      number: z.string().regex(/^\d{3,8}$/),
      standing: z.enum([...Standing.options, 'unverified']),
    }),
  )
  .parse(read('numbers'));
const known = new Set(numbers.map(({ code }) => code));

const Danger = z.strictObject({
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.string().min(2).max(12),
  standing: Standing,
  past: z.boolean(),
  signs: Words,
  ask: Words.max(3),
  firstMinute: Words.max(3),
  calls: Words.refine(
    (codes) => codes.every((code) => known.has(code)),
    'a number that is not there',
  ),
  mustNot: Words.max(4),
  tell: z.array(z.enum(['head', 'policeOfficer'])).min(1),
  report: z.enum(['none', 'always', 'if-minor-or-incapable']),
  confidential: z.boolean(),
});
const dangers = z.array(Danger).parse(read('dangers'));
const sentences = z.record(z.string(), Words).parse(read('sentences'));

test('a code names one danger, and every danger has sentences of its own', () => {
  const codes = dangers.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(Object.keys(sentences).sort()).toEqual([...codes, 'harmless'].sort());
});

test('no sentence is counted twice, and there are enough of both sorts', () => {
  const all = Object.values(sentences).flat();
  expect(new Set(all).size).toBe(all.length);
  expect(sentences.harmless?.length).toBeGreaterThanOrEqual(150);
  expect(all.length - (sentences.harmless?.length ?? 0)).toBeGreaterThanOrEqual(150);
});

test('a sign has no empty word, which would be found everywhere', () => {
  const empty = dangers.flatMap(({ signs }) =>
    signs.filter((sign) => sign.split(/[ |]/).some((word) => word === '')),
  );
  expect(empty).toEqual([]);
});

test('where the police must be told the case is confidential, but for a stranger who is no family', () => {
  const open = dangers.filter(({ report, confidential }) => report !== 'none' && !confidential);
  expect(open.map(({ code }) => code)).toEqual(['stranger-child']);
});

test('the number that nobody confirmed says so, and no other', () => {
  const unsure = numbers.filter(({ standing }) => standing === 'unverified');
  expect(unsure.map(({ number }) => number)).toEqual(['962777']);
});

test('in gas nobody is told to call from inside', () => {
  const gas = dangers.find(({ code }) => code === 'gas');
  expect(gas?.mustNot.join()).toMatch(/不开关/);
  expect(gas?.mustNot.join()).toMatch(/不打电话/);
});
