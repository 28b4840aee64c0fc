import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { databaseIsAway } from '../platform/problem.ts';
import { type TestProduct, testProduct } from '../testing/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.drop());

const contact = (startedAt: string) => ({
  id: uuidv7(),
  channel: 'desk',
  startedAt,
  needs: [{ id: uuidv7(), words: '借伞', outcome: 'settled' }],
});

test.each(['57P01', '57P03', '08006', '53300', 'ECONNREFUSED', 'ECONNRESET'])(
  'a database that is away (%s) is no fault of the request: not ready, ask again',
  (code) => {
    expect(databaseIsAway(Object.assign(new Error('away'), { code }))).toBe(true);
  },
);

test('a broken rule of the database is not "away"', () => {
  expect(databaseIsAway(Object.assign(new Error('unique'), { code: '23505' }))).toBe(false);
});

test.each(['2020-01-01T00:00:00+23:59', '2026-11-24T02:00:00Z'])(
  'any offset names an instant, and it travels back in one spelling: %s',
  async (startedAt) => {
    const worker = await product.as('worker');
    const input = contact(startedAt);
    const made = await worker.post('/api/v1/encounters', input);
    expect(made.status).toBe(201);
    const read = await worker.get(`/api/v1/encounters/${input.id}`);
    expect(read.body).toEqual(made.body);
    expect((made.body as { startedAt: string }).startedAt).toMatch(/\+08:00$/);
  },
);

test.each(['0001-01-01T00:00:00Z', '2400-01-01T00:00:00Z'])(
  'no committee records the year of %s',
  async (startedAt) => {
    const worker = await product.as('worker');
    expect(await worker.post('/api/v1/encounters', contact(startedAt))).toMatchObject({
      status: 422,
      body: { code: 'invalid-input' },
    });
  },
);

test('contacts of one second are listed each once, page by page', async () => {
  const worker = await product.as('worker');
  const made = [100, 300, 500, 700].map((ms) => contact(`2026-11-23T09:00:00.${ms}+08:00`));
  for (const input of made) await worker.post('/api/v1/encounters', input);
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = (await worker.get(`/api/v1/encounters?limit=1${cursor}`)).body as {
      items: { id: string }[];
      nextCursor: string | null;
    };
    seen.push(...page.items.map((one) => one.id));
    cursor = page.nextCursor === null ? '' : `&cursor=${encodeURIComponent(page.nextCursor)}`;
  } while (cursor !== '');
  for (const input of made) expect(seen.filter((id) => id === input.id)).toHaveLength(1);
});

test('a used key with another body is a mismatch, also where the other body is wrong', async () => {
  const worker = await product.as('worker');
  const key = uuidv7();
  const input = { id: uuidv7(), kind: 'inquiry', serviceItem: 'BJM-023', title: '问一问' };
  expect((await worker.post('/api/v1/cases', input, { key })).status).toBe(201);
  const other = { ...input, serviceItem: 'XXX-999' };
  expect(await worker.post('/api/v1/cases', other, { key })).toMatchObject({
    status: 409,
    body: { code: 'idempotency-mismatch' },
  });
});
