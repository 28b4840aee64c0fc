import type { CaseView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type Client, type TestProduct, testProduct } from '../testing/product.ts';
import { newCase, oneLine, open, post, read, type Step, walk } from './testing/desk.ts';
import { changed, type Owner, ownerOf } from './testing/owner.ts';
import { refused } from './testing/problem.ts';
import { readableIn } from './testing/readable.ts';

let product: TestProduct;
let owner: Owner;
let worker: Client;
let head: Client;
let office: string;
beforeAll(async () => {
  product = await testProduct();
  owner = await ownerOf(product);
  worker = await product.as('worker');
  head = await product.as('head');
  const [row] = await owner.rows<{ id: string }>("select id from org where kind = 'centre'");
  office = row?.id ?? '';
});
afterAll(async () => {
  await owner.end();
  await product.drop();
});

const NASTY = [
  "'; drop table case_file; --",
  `" or 1=1 /* \\x27 $1 $$ %s {0}`,
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '&lt;b&gt; &amp; </textarea> javascript:alert(1)',
  '{{7*7}} #{7*7} %00 \\u0000 \\',
  'a\tb\nc\r\nd',
  '𠮷田さん 👨‍👩‍👧 é é ﷽',
  '\u202Eemac\u202C',
  '__proto__',
  'null',
];
const UNSTORABLE = ['a\u0000b', '\u0000', 'lone \ud800 surrogate'];

interface Sent {
  readonly answer: Answer;
  readonly kept: () => Promise<unknown>;
}

interface Place {
  readonly where: string;
  /** Gets everything ready, so that what is sent afterwards is one request. */
  prepare(): Promise<(text: string) => Promise<Sent>>;
}

const contact = (where: string, more: (text: string) => object): Place => ({
  where,
  prepare: async () => async (text) => {
    const body = oneLine(more(text));
    const answer = await worker.post('/api/v1/encounters', body);
    return { answer, kept: async () => (await worker.get(`/api/v1/encounters/${body.id}`)).body };
  },
});

const matter = (where: string, more: (text: string) => object): Place => ({
  where,
  prepare: async () => async (text) => {
    const body = newCase(more(text));
    const answer = await worker.post('/api/v1/cases', body);
    return { answer, kept: () => read(worker, body.id) };
  },
});

const event = (
  where: string,
  who: () => Client,
  before: () => Step[],
  more: (text: string) => Step,
): Place => ({
  where,
  async prepare() {
    const ready = await walk(worker, await open(worker, { serviceItem: 'BJM-023' }), ...before());
    return async (text) => ({
      answer: await post(who(), ready.id, ready.version, more(text)),
      kept: () => read(head, ready.id),
    });
  },
});

const need = (more: object) => ({
  needs: [{ id: uuidv7(), words: '伞', outcome: 'settled', ...more }],
});
const accept: Step = { type: 'accept' };
const instead = { office: '派出所' };
const none = (): Step[] => [];
const accepted = (): Step[] => [accept];
const me = () => worker;
const boss = () => head;

/** Every field of the contract that takes words. */
const PLACES: Place[] = [
  contact('needs.words', (words) => need({ words })),
  contact('needs.place', (place) => need({ place })),
  contact('visitor.name', (name) => ({ visitor: { name } })),
  contact('visitor.relation', (relation) => ({ visitor: { relation } })),
  contact('visitor.onBehalfOf', (onBehalfOf) => ({ visitor: { onBehalfOf } })),
  matter('title', (title) => ({ title })),
  matter('settle.answer', (answer) => ({ settle: { answer } })),
  matter('materials.name', (name) => ({ materials: [{ name, copies: 1 }] })),
  event('note', me, none, (note) => ({ type: 'note', note })),
  event('answer', me, accepted, (answer) => ({ type: 'answer', data: { answer } })),
  event('ask-materials.why', me, accepted, (why) => ({
    type: 'ask-materials',
    data: { materials: [{ name: '照片', copies: 1 }], why },
  })),
  event('ask-materials.name', me, accepted, (name) => ({
    type: 'ask-materials',
    data: { materials: [{ name, copies: 1 }], why: '新规定' },
  })),
  event('refuse.reason', me, none, (reason) => ({ type: 'refuse', data: { reason, instead } })),
  event('refuse.instead.office', me, none, (name) => ({
    type: 'refuse',
    data: { reason: '不归居委', instead: { office: name } },
  })),
  event('dispatch.provider.name', me, accepted, (name) => ({
    type: 'dispatch',
    data: { provider: { name, phone: '13800000002' } },
  })),
  event(
    'take-back.note',
    me,
    () => [accept, { type: 'refer', data: { to: { kind: 'centre', id: office } } }],
    (note) => ({
      type: 'take-back',
      note,
    }),
  ),
  event(
    'contest.note',
    me,
    () => [accept, { type: 'answer', data: { answer: '好' } }],
    (note) => ({
      type: 'contest',
      note,
      data: { how: 'desk' },
    }),
  ),
  event('transfer.note', boss, none, (note) => ({
    type: 'transfer',
    note,
    data: { to: { office: '税务所' } },
  })),
  event('extend.reason', boss, accepted, (reason) => ({
    type: 'extend',
    data: { until: '2026-12-10', reason, approvedBy: '李建国' },
  })),
  event('extend.approvedBy', boss, accepted, (approvedBy) => ({
    type: 'extend',
    data: { until: '2026-12-10', reason: '材料在路上', approvedBy },
  })),
];

/** Every text of an answer, wherever it stands. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

test.each(PLACES)('$where keeps words literally or refuses them whole', async ({ prepare }) => {
  let taken = 0;
  for (const text of NASTY) {
    const send = await prepare();
    const before = await owner.contents();
    const { answer, kept } = await send(text);
    if (answer.status === 201) {
      taken += 1;
      expect(textsOf(answer.body)).toContain(text);
      expect(textsOf(await kept())).toContain(text);
    } else {
      refused(answer, 422, 'invalid-input');
      expect(changed(before, await owner.contents())).toEqual([]);
    }
  }
  expect(taken).toBeGreaterThan(NASTY.length / 2);
});

test.each(PLACES)(
  '$where refuses what no database can hold, and writes nothing',
  async ({ prepare }) => {
    for (const text of UNSTORABLE) {
      const send = await prepare();
      const before = await owner.contents();
      refused((await send(text)).answer, 422, 'invalid-input');
      expect(changed(before, await owner.contents())).toEqual([]);
    }
  },
);

test.each(PLACES)('$where stands readable in no table', async ({ prepare }) => {
  const secret = '丹凤眼暗号';
  const send = await prepare();
  const { answer, kept } = await send(secret);
  expect(answer.status).toBe(201);
  expect(textsOf(await kept())).toContain(secret);
  expect(await readableIn(owner, secret)).toEqual([]);
});

test('whoever may read the words reads the name of the provider as the one who works on the case', async () => {
  const sent = await walk(worker, await open(worker), accept, {
    type: 'dispatch',
    data: { provider: { kind: 'volunteer', name: '钱阿姨', phone: '13800000002' } },
  });
  const handler = { kind: 'volunteer', name: '钱阿姨', org: '钱阿姨' };
  expect(sent.handler).toEqual(handler);
  expect((await read(head, sent.id)).handler).toEqual(handler);
  const { items } = (await worker.get('/api/v1/cases?limit=1')).body as { items: CaseView[] };
  expect(items[0]).toMatchObject({ id: sent.id, handler: { kind: 'volunteer', name: '志愿者' } });
  const back = await walk(worker, sent, { type: 'take-back', note: '没有上门' });
  expect(back.handler.kind).toBe('worker');
});

test('what stands in a telephone field is a number or nothing', async () => {
  for (const phone of ['<b>', "' or 1=1", '138\u0000', '打给我', ''])
    for (const body of [oneLine({ visitor: { phone } })])
      refused(await worker.post('/api/v1/encounters', body), 422, 'invalid-input');
  refused(
    await worker.post('/api/v1/cases', newCase({ safePhone: '<i>1</i>' })),
    422,
    'invalid-input',
  );
});

test('JSON nested without end is refused, not a fault', async () => {
  const deep = '['.repeat(60_000) + ']'.repeat(60_000);
  for (const [url, body] of [
    ['/api/v1/cases', newCase()],
    ['/api/v1/encounters', oneLine({ channel: 'visit' })],
  ] as const) {
    const payload = JSON.stringify(body).replace('{', `{"visit":{"a":${deep}},`);
    expect([400, 413, 422]).toContain((await worker.post(url, undefined, { payload })).status);
  }
});

test('nothing that people said stands readable in any table', async () => {
  const secret = '朱砂痣暗号';
  await worker.post(
    '/api/v1/encounters',
    oneLine({
      visitor: { name: secret, relation: secret, onBehalfOf: secret, phone: '13987654321' },
      ...need({ words: secret, place: secret }),
    }),
  );
  const taken = await walk(
    worker,
    await open(worker, { title: secret, safePhone: '13987654321' }),
    {
      type: 'accept',
      note: secret,
    },
  );
  await walk(worker, taken, { type: 'answer', data: { answer: secret }, note: secret });
  expect(await readableIn(owner, secret)).toEqual([]);
  expect(await readableIn(owner, '13987654321')).toEqual([]);
});

test('what was found at a visit or said at an activity stands readable in no table', async () => {
  const secret = '走访时的心里话';
  await worker.post('/api/v1/encounters', oneLine({ channel: 'visit', visit: { found: secret } }));
  await worker.post(
    '/api/v1/encounters',
    oneLine({ channel: 'activity', activity: { topic: secret } }),
  );
  expect(await readableIn(owner, secret)).toEqual([]);
});

test('the names of materials are words of a person too: readable in no table', async () => {
  const secret = '邵阿婆的低保证';
  const taken = await walk(
    worker,
    await open(worker, { materials: [{ name: secret, copies: 1 }] }),
    accept,
  );
  await walk(worker, taken, {
    type: 'ask-materials',
    data: { materials: [{ name: secret, copies: 1 }], why: '窗口要求' },
  });
  expect(await readableIn(owner, secret)).toEqual([]);
});
