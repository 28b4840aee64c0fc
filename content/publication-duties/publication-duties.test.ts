import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Standing, WebAddress } from '../standing.ts';

const Text = z.string().trim().min(1);
const Duties = z.strictObject({
  title: Text,
  source: WebAddress,
  channels: z.array(Text).min(1),
  items: z
    .array(
      z.strictObject({
        no: z.int().min(1),
        category: Text,
        level1: Text,
        level2: Text,
        content: z.array(Text).min(1),
        limit: Text,
        basis: Text,
      }),
    )
    .min(1),
  standing: Standing,
  note: Text,
});

const text = readFileSync(new URL('./publication-duties.json', import.meta.url), 'utf8');
const duties = Duties.parse(JSON.parse(text));

test('the duties are numbered without a gap and each states its limit and basis', () => {
  expect(duties.items.map((item) => item.no)).toEqual(duties.items.map((_, i) => i + 1));
});

test('the set says that it is partial, so that nobody takes it for the whole duty', () => {
  expect(duties.note).toContain('partial');
  expect(duties.items).toHaveLength(5);
});

test('funds are published every quarter, as the parameters say', () => {
  const funds = duties.items.find((item) => item.level2 === '居委会工作经费');
  expect(funds?.limit).toContain('每季度');
});
