import type { EncounterView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus, openCase } from '../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';

let product: TestProduct;
let worker: Client;
beforeAll(async () => {
  product = await testProduct();
  worker = await product.as('worker');
}, 60_000);
afterAll(() => product.drop());

const contact = async (): Promise<EncounterView> =>
  expectStatus<EncounterView>(
    await worker.post('/api/v1/encounters', {
      id: uuidv7(),
      channel: 'desk',
      startedAt: '2026-11-24T10:00:00+08:00',
      needs: [{ id: uuidv7(), words: '借伞', outcome: 'settled' }],
    }),
    201,
  );

const rate = (client: Client, id: string, score: number, key?: string) =>
  client.post(`/api/v1/encounters/${id}/rating`, { score, of: 3 }, key ? { key } : {});

test('a touch is stored with the contact, once, also when it is sent again', async () => {
  const { id, version } = await contact();
  const key = uuidv7();
  const first = expectStatus<EncounterView>(await rate(worker, id, 3, key), 201);
  expect(first).toMatchObject({ rating: { score: 3, of: 3 }, version: version + 1 });
  expect(expectStatus(await rate(worker, id, 3, key), 201)).toEqual(first);
  expect(expectStatus(await rate(worker, id, 3), 201)).toMatchObject({ version: version + 1 });
  const read = expectStatus<EncounterView>(await worker.get(`/api/v1/encounters/${id}`), 200);
  expect(read.rating).toEqual({ score: 3, of: 3 });
});

test('nobody writes over a resident’s answer, also not at the same moment', async () => {
  const { id } = await contact();
  const answers = await Promise.all([1, 2, 3].map((score) => rate(worker, id, score)));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect((await rate(worker, id, 2)).body).toHaveProperty('code');
  const kept = expectStatus<EncounterView>(await worker.get(`/api/v1/encounters/${id}`), 200);
  expect(kept.version).toBe(2);
});

test('a neighbour, an office and a wrong score are refused', async () => {
  const { id } = await contact();
  expect((await rate(await product.as('worker2'), id, 3)).status).toBe(404);
  expect((await rate(await product.as('officer'), id, 3)).status).toBe(403);
  expect((await rate(worker, id, 4)).body).toMatchObject({ code: 'invalid-input' });
  expect((await rate(worker, uuidv7(), 3)).status).toBe(404);
  const unkeyed = await worker.post(
    `/api/v1/encounters/${id}/rating`,
    { score: 1, of: 3 },
    { key: null },
  );
  expect(unkeyed.body).toMatchObject({ code: 'idempotency-key-required' });
});

test('a contact about a confidential case is rated only by whoever sees the case', async () => {
  const { id, needs } = expectStatus<EncounterView>(
    await worker.post('/api/v1/encounters', {
      id: uuidv7(),
      channel: 'desk',
      startedAt: '2026-11-24T10:00:00+08:00',
      needs: [{ id: uuidv7(), words: '家里的事', outcome: 'case' }],
    }),
    201,
  );
  await openCase(worker, { encounterId: id, needId: needs[0]?.id, confidential: true });
  const head = await product.as('head');
  expect((await rate(head, id, 2)).status).toBe(201);
});
