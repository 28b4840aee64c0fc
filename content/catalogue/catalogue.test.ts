import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { everydayLine, ItemStanding, policyLines, WebAddress } from '../standing.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

const Text = z.string().trim().min(1);

const common = {
  name: Text.max(40),
  serviceLine: z.enum([...policyLines, everydayLine]),
  route: z.enum([
    'committee',
    'review-then-subdistrict',
    'assist-subdistrict',
    'refer-service-centre',
    'dispatch-provider',
    'dispatch-volunteer',
    'advice',
  ]),
  limitWorkingDays: z.int().min(1).max(60),
  checkFirst: z.literal(true).optional(),
  urgent: z.literal(true).optional(),
  handOver: z.literal(true).optional(),
  confidential: z.literal(true).optional(),
  materials: z.array(Text).min(1),
  phrasings: z.array(Text.max(40)).min(3),
  standing: ItemStanding,
  source: WebAddress.optional(),
};

const Contactless = z.strictObject({
  code: z.string().regex(/^BJM-\d{3}$/),
  kind: z.literal('contactless'),
  ...common,
});
const Doorstep = z.strictObject({
  code: z.string().regex(/^LJL-\d{3}$/),
  kind: z.literal('doorstep'),
  category: Text,
  ...common,
});
const Item = z.discriminatedUnion('kind', [Contactless, Doorstep]);

const items = z.array(Item).parse(read('./catalogue.json'));

const Details = z.record(
  z.string(),
  z.strictObject({
    steps: z.array(Text).min(1),
    script: z.array(Text).min(1),
    forWhom: Text,
    fee: Text,
    closing: Text,
    places: z.array(
      z.strictObject({ name: Text, address: Text.optional(), phone: Text.optional() }),
    ),
    standing: z.literal('composed'),
  }),
);

test('the two lists are whole: 61 contactless and 41 doorstep items, numbered without a gap', () => {
  const numbered = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${prefix}-${String(i + 1).padStart(3, '0')}`);
  expect(items.map((item) => item.code)).toEqual([...numbered('BJM', 61), ...numbered('LJL', 41)]);
  expect(items.filter((item) => item.kind === 'contactless')).toHaveLength(61);
});

test('no two items share a name, and no phrasing names two items', () => {
  const names = items.map((item) => item.name);
  const phrasings = items.flatMap((item) => item.phrasings);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(phrasings).size).toBe(phrasings.length);
});

test('every one of the 13 lines has an item, and only doorstep kinds belong to none of them', () => {
  const lines = new Set<string>(items.map((item) => item.serviceLine));
  expect(policyLines.filter((line) => !lines.has(line))).toEqual([]);
  const everyday = items.filter((item) => item.serviceLine === everydayLine);
  expect(new Set(everyday.map((item) => item.kind))).toEqual(new Set(['doorstep']));
});

test('only doorstep items are dispatched to a provider or a volunteer', () => {
  const dispatched = items.filter((item) => item.route.startsWith('dispatch-'));
  expect(new Set(dispatched.map((item) => item.kind))).toEqual(new Set(['doorstep']));
});

test('a confidential matter is handed over and urgent: nobody keeps violence to himself', () => {
  const confidential = items.filter((item) => item.confidential);
  expect(confidential.map((item) => item.code)).toContain('BJM-059');
  for (const item of confidential) expect(item).toMatchObject({ handOver: true, urgent: true });
});

test('what is reconstructed claims no source', () => {
  const claimed = items.filter((item) => item.standing === 'reconstructed' && item.source);
  expect(claimed).toEqual([]);
});

const details = Details.parse(read('./details.json'));
const textOf = (code: string): string => JSON.stringify(details[code]);
const withText = items.map((item) => {
  const text = details[item.code];
  if (text === undefined) throw new Error(`${item.code} has no details`);
  return { ...item, text };
});

test('every item has its composed details, and nothing else has', () => {
  expect(Object.keys(details).sort()).toEqual(items.map((item) => item.code).sort());
});

test.each(withText)('$code $name says all that a desk needs, in sentences', ({ text }) => {
  const { steps, script, forWhom, fee, closing, places } = text;
  expect(steps.length).toBeGreaterThanOrEqual(3);
  expect(steps.length).toBeLessThanOrEqual(5);
  expect(script.length).toBeGreaterThanOrEqual(3);
  expect(script.length).toBeLessThanOrEqual(5);
  expect(places.length).toBeGreaterThan(0);
  for (const sentence of [...steps, ...script, forWhom, fee, closing])
    expect(sentence).toMatch(/[。?!]$/);
  for (const sentence of [...steps, ...script])
    expect([...sentence].length, sentence).toBeLessThanOrEqual(56);
  expect(new Set([...steps, ...script]).size).toBe(steps.length + script.length);
});

test.each(withText)(
  '$code $name promises no sum, no limit of its own and no office by address',
  ({ code, text }) => {
    const said = textOf(code);
    expect(said).not.toMatch(/\d+\s*(元|块|%)/);
    expect(said).not.toMatch(/\d+\s*个?(工作日|天内|天之内)/);
    for (const place of text.places) expect(Object.keys(place)).toEqual(['name']);
    expect(text.fee).toMatch(/不收费|不收钱|报价|答复为准|先问清|公布的为准/);
  },
);

test('the text goes the way that the route says', () => {
  const wants: Partial<
    Record<(typeof items)[number]['route'], [keyof (typeof withText)[0]['text'], RegExp]>
  > = {
    'refer-service-centre': ['places', /受理服务中心/],
    'review-then-subdistrict': ['steps', /街道/],
    'assist-subdistrict': ['steps', /街道/],
    'dispatch-provider': ['fee', /报价/],
    'dispatch-volunteer': ['steps', /志愿|居委会/],
  };
  for (const { code, route, text } of withText) {
    const [part, pattern] = wants[route] ?? ['steps', /居委会/];
    expect(JSON.stringify(text[part]), `${code} ${route}`).toMatch(pattern);
  }
});

test('what must be said first is said: a rule that may have changed, danger, a matter handed over', () => {
  for (const { code, checkFirst, urgent, handOver } of items) {
    if (checkFirst) expect(textOf(code), code).toMatch(/先核实/);
    if (urgent) expect(textOf(code), code).toMatch(/110|119/);
    if (handOver) expect(textOf(code), code).toMatch(/负责人/);
  }
});
