import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Standing } from '../standing.ts';

const Numbers = z.strictObject({
  numbers: z
    .array(
      z.strictObject({
        id: z.guid(),
        role: z.string().regex(/^[a-z][A-Za-z]+$/),
        name: z.string().trim().min(1),
        phone: z.string().regex(/^\d{3,12}$/),
        standing: Standing,
      }),
    )
    .min(4),
});
const { numbers } = Numbers.parse(
  JSON.parse(readFileSync(new URL('./numbers.json', import.meta.url), 'utf8')),
);

test('the emergency numbers are there, once each, and nothing unchecked claims to be official', () => {
  const phones = numbers.map(({ phone }) => phone);
  expect(phones).toEqual(expect.arrayContaining(['110', '119', '120']));
  expect(new Set(phones).size).toBe(phones.length);
  expect(new Set(numbers.map(({ id }) => id)).size).toBe(numbers.length);
  const official = numbers.filter(({ standing }) => standing.startsWith('official'));
  expect(official.map(({ phone }) => phone).sort()).toEqual(['110', '119', '120', '12345']);
});
