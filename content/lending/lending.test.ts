import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Standing } from '../standing.ts';

const Text = z.string().trim().min(1);
const Things = z.strictObject({
  standing: Standing,
  things: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z][A-Za-z]+$/),
        name: Text,
        alsoCalled: z.array(Text),
        workingDays: z.int().min(0).max(30),
      }),
    )
    .min(10),
});
const { standing, things } = Things.parse(
  JSON.parse(readFileSync(new URL('./things.json', import.meta.url), 'utf8')),
);

test('no word names two things', () => {
  const words = things.flatMap(({ name, alsoCalled }) => [name, ...alsoCalled]);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  expect(new Set(things.map(({ code }) => code)).size).toBe(things.length);
});

test('nothing of it is shown as a rule', () => {
  expect(standing).toBe('composed');
});
