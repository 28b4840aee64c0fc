import type { CaseView } from '@qzt/contract/reception';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Answer, type Client, type TestProduct, testProduct } from '../testing/product.ts';
import { newCase, oneLine, open, post, read } from './testing/desk.ts';
import { changed, type Owner, ownerOf } from './testing/owner.ts';
import { refused } from './testing/problem.ts';

const CASES = '/api/v1/cases';
const ENCOUNTERS = '/api/v1/encounters';

let product: TestProduct;
let owner: Owner;
let worker: Client;
beforeAll(async () => {
  product = await testProduct();
  owner = await ownerOf(product);
  worker = await product.as('worker');
});
afterAll(async () => {
  await owner.end();
  await product.drop();
});

const backwards = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, backwards(inner)]),
  );
};

const counted = async (table: string, id: string): Promise<number> => {
  const [row] = await owner.rows<{ n: number }>(
    `select count(*)::int as n from ${table} where id = $1`,
    [id],
  );
  return row?.n ?? -1;
};

test('the same key and body, in whatever order of keys and spacing, get the same answer and write once', async () => {
  const key = uuidv4();
  const body = oneLine({ visitor: { name: '邵某', phone: '13800000001' }, journey: 1 });
  const first = await worker.post(ENCOUNTERS, body, { key });
  expect(first.status).toBe(201);
  const before = await owner.contents();
  for (const payload of [
    JSON.stringify(body),
    JSON.stringify(backwards(body)),
    JSON.stringify(body, null, 2),
  ]) {
    const again = await worker.post(ENCOUNTERS, undefined, { key, payload });
    expect(again).toMatchObject({ status: first.status, body: first.body });
  }
  expect(changed(before, await owner.contents())).toEqual([]);
});

test('the answer is the stored one, even after the record has moved on', async () => {
  const key = uuidv7();
  const body = newCase();
  const first = await worker.post(CASES, body, { key });
  const step = { id: uuidv7(), type: 'accept' };
  const stepKey = uuidv7();
  const url = `${CASES}/${body.id}/events`;
  const accepted = await worker.post(url, step, { key: stepKey, version: 1 });
  expect(accepted.status).toBe(201);
  await post(worker, body.id, 2, { type: 'answer', data: { answer: '好了' } });
  expect((await worker.post(CASES, body, { key })).body).toEqual(first.body);
  expect((await worker.post(url, step, { key: stepKey, version: 1 })).body).toEqual(accepted.body);
  expect((await read(worker, body.id)).version).toBe(3);
});

test('the same key with another body is 409 idempotency-mismatch, and nothing is written', async () => {
  const key = uuidv7();
  const body = newCase();
  expect((await worker.post(CASES, body, { key })).status).toBe(201);
  const before = await owner.contents();
  for (const other of [{ ...body, title: '另一件事' }, newCase(), { ...body, urgent: false }])
    refused(await worker.post(CASES, other, { key }), 409, 'idempotency-mismatch');
  expect(changed(before, await owner.contents())).toEqual([]);
});

test('a key belongs to one person and one address: another actor and another route are independent of it', async () => {
  const key = uuidv7();
  const first = await worker.post(ENCOUNTERS, oneLine(), { key });
  const head = await product.as('head');
  const second = await head.post(ENCOUNTERS, oneLine(), { key });
  const neighbour = await (await product.as('worker2')).post(ENCOUNTERS, oneLine(), { key });
  const case_ = await worker.post(CASES, newCase(), { key });
  expect([first, second, neighbour, case_].map((answer) => answer.status)).toEqual([
    201, 201, 201, 201,
  ]);
});

test('events of two cases may share a key', async () => {
  const key = uuidv7();
  const [one, two] = [await open(worker), await open(worker)];
  const answers: Answer[] = [];
  for (const { id } of [one, two])
    answers.push(
      await worker.post(
        `${CASES}/${id}/events`,
        { id: uuidv7(), type: 'accept' },
        { key, version: 1 },
      ),
    );
  expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
});

test('a refused request does not use up its key', async () => {
  const key = uuidv7();
  const body = newCase();
  refused(await worker.post(CASES, { ...body, title: '' }, { key }), 422, 'invalid-input');
  expect((await worker.post(CASES, body, { key })).status).toBe(201);
});

test('ten at once with one key: one row, and each gets the same answer or busy', async () => {
  const key = uuidv7();
  const body = newCase();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => worker.post(CASES, body, { key })),
  );
  const done = answers.filter((answer) => answer.status === 201);
  expect(done.length).toBeGreaterThan(0);
  for (const answer of answers)
    if (answer.status === 201) expect(answer.body).toEqual(done[0]?.body);
    else refused(answer, 409, 'idempotency-busy');
  expect(await counted('case_file', body.id)).toBe(1);
  expect((await read(worker, body.id)).events).toHaveLength(1);
});

test('ten events at once with one key: one event, the same answer or busy', async () => {
  const { id } = await open(worker);
  const key = uuidv7();
  const event = { id: uuidv7(), type: 'note', note: '来过一次' };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      worker.post(`${CASES}/${id}/events`, event, { key, version: 1 }),
    ),
  );
  const done = answers.filter((answer) => answer.status === 201);
  expect(done.length).toBeGreaterThan(0);
  for (const answer of answers)
    if (answer.status === 201) expect(answer.body).toEqual(done[0]?.body);
    else refused(answer, 409, 'idempotency-busy');
  expect(await counted('case_event', event.id)).toBe(1);
});

test('ten different events at once on one version: one wins, nine get version-conflict', async () => {
  const { id } = await open(worker);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => post(worker, id, 1, { type: 'note', note: `第 ${n} 条` })),
  );
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
  for (const answer of answers.filter((one) => one.status !== 201))
    expect(refused(answer, 409, 'version-conflict').current).toEqual({ version: 2 });
  expect((await read(worker, id)).events).toHaveLength(2);
});

test('an id that exists, under another key, is 409 id-exists with the version that is current', async () => {
  const made = await open(worker);
  await post(worker, made.id, 1, { type: 'accept' });
  const again = await worker.post(CASES, newCase({ id: made.id }));
  expect(refused(again, 409, 'id-exists').current).toEqual({ version: 2 });
  expect((await read(worker, made.id)).title).toBe(made.title);

  const line = oneLine();
  await worker.post(ENCOUNTERS, line);
  expect(refused(await worker.post(ENCOUNTERS, line), 409, 'id-exists').current).toEqual({
    version: 1,
  });
  const reused = oneLine({ needs: [{ ...line.needs[0], words: '另一件' }] });
  expect([409, 422]).toContain((await worker.post(ENCOUNTERS, reused)).status);

  const event = (await read(worker, made.id)).events[1] as CaseView['events'][number];
  const repeated = await post(worker, made.id, 2, { id: event.id, type: 'note', note: '重复' });
  expect(refused(repeated, 409, 'id-exists').current).toEqual({ version: 2 });
});

test('a missing key is 400, also for events; sign-in and the search for residents need none', async () => {
  const { id } = await open(worker);
  refused(await worker.post(CASES, newCase(), { key: null }), 400, 'idempotency-key-required');
  refused(await worker.post(ENCOUNTERS, oneLine(), { key: null }), 400, 'idempotency-key-required');
  refused(
    await worker.post(
      `${CASES}/${id}/events`,
      { id: uuidv7(), type: 'accept' },
      { key: null, version: 1 },
    ),
    400,
    'idempotency-key-required',
  );
  const search = { q: '邵', purpose: '接待' };
  expect((await worker.post('/api/v1/residents/search', search, { key: null })).status).toBe(200);
});
