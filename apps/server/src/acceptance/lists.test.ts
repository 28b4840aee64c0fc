import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, type TestProduct, testProduct } from '../testing/product.ts';
import { oneLine, open, record, walk } from './testing/desk.ts';
import { refused } from './testing/problem.ts';

let product: TestProduct;
let worker: Client;
beforeAll(async () => {
  product = await testProduct();
  worker = await product.as('worker');
});
afterAll(() => product.drop());

interface Page {
  readonly items: readonly { readonly id: string; readonly status?: string }[];
  readonly nextCursor: string | null;
}

async function page(url: string, cursor?: string | null): Promise<Page> {
  const answer = await worker.get(cursor ? `${url}&cursor=${encodeURIComponent(cursor)}` : url);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as Page;
}

/** Reads a list to its end; `between` happens after every page. */
async function walkList(url: string, between: () => Promise<unknown>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null | undefined;
  do {
    const { items, nextCursor } = await page(url, cursor);
    ids.push(...items.map((item) => item.id));
    cursor = nextCursor;
    await between();
  } while (cursor !== null && ids.length < 500);
  return ids;
}

const minute = (n: number) => new Date(Date.parse('2026-11-24T02:00:00Z') + n * 60_000);

const LISTS: readonly [string, (n: number) => Promise<string>][] = [
  [
    '/api/v1/cases',
    async (n) => {
      product.clock.set(minute(n).toISOString());
      return (await open(worker)).id;
    },
  ],
  [
    '/api/v1/encounters',
    async (n) => (await record(worker, { startedAt: minute(n - 120).toISOString() })).id,
  ],
];

test.each(LISTS)(
  '%s: newest first; while new ones arrive no row comes twice and none is lost',
  async (url, make) => {
    const made: string[] = [];
    // Five at each instant, so that the order among equals matters too.
    for (let n = 0; n < 30; n += 1) made.push(await make(Math.floor(n / 5)));
    let later = 20;
    const walked = await walkList(`${url}?limit=7`, () => make(later++));
    expect(new Set(walked).size).toBe(walked.length);
    expect([...walked].sort()).toEqual([...made].sort());
    const age = (id: string) => Math.floor(made.indexOf(id) / 5);
    expect(walked.map(age)).toEqual(walked.map(age).sort((a, b) => b - a));
    const fresh = await page(`${url}?limit=3`);
    expect(fresh.items.every((item) => !made.includes(item.id))).toBe(true);
  },
);

test.each(LISTS)(
  '%s: two readings of one page are the same; the last has no cursor',
  async (url, make) => {
    const first = await page(`${url}?limit=4`);
    expect(first.items).toHaveLength(4);
    const second = await page(`${url}?limit=4`, first.nextCursor);
    await make(60);
    expect(await page(`${url}?limit=4`, first.nextCursor)).toEqual(second);
    expect((await page(`${url}?limit=100`)).nextCursor).toBeNull();
  },
);

test.each(LISTS)('%s: limits and cursors that make no sense are refused', async (url) => {
  for (const limit of ['0', '-1', 'x', '1.5', '1000000', ''])
    refused(await worker.get(`${url}?limit=${limit}`), 422, 'invalid-input');
  for (const cursor of [
    'x',
    '%00',
    encodeURIComponent("' or 1=1"),
    'eyJhdCI6Im5vIn0',
    'bnVsbA',
    '%F0%9F%92%A9',
    'A'.repeat(199),
  ])
    expect([400, 422], cursor).toContain((await worker.get(`${url}?cursor=${cursor}`)).status);
  refused(await worker.get(`${url}?offset=3`), 422, 'invalid-input');
});

test('cases by status and by handler', async () => {
  product.clock.set('2026-11-24T14:00:00+08:00');
  const mine = await walk(worker, await open(worker), { type: 'accept' });
  const theirs = await open(await product.as('head'));
  const ids = async (query: string) =>
    (await page(`/api/v1/cases?limit=100&${query}`)).items.map((one) => one.id);
  expect(await ids('status=accepted')).toEqual([mine.id]);
  expect(await ids('handler=me')).toContain(mine.id);
  expect(await ids('handler=me')).not.toContain(theirs.id);
  expect(await ids('status=registered')).toContain(theirs.id);
  refused(await worker.get('/api/v1/cases?status=lost'), 422, 'invalid-input');
  refused(await worker.get("/api/v1/cases?handler=' or 1=1"), 422, 'invalid-input');
});

test('a committee lists its own and nobody else’s', async () => {
  const neighbour = await product.as('worker2');
  for (const [url] of LISTS) {
    const { items } = (await neighbour.get(`${url}?limit=100`)).body as Page;
    expect(items).toEqual([]);
  }
  const { id } = (await neighbour.post('/api/v1/encounters', oneLine())).body as { id: string };
  const seen = (await page('/api/v1/encounters?limit=100')).items.map((one) => one.id);
  expect(seen).not.toContain(id);
});
