import type { PromiseLine } from '@qzt/contract/promise';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus, openCase, takeStep } from '../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.drop());

const promisesOf = async (client: Client, query = ''): Promise<PromiseLine[]> =>
  expectStatus<{ items: PromiseLine[] }>(await client.get(`/api/v1/promises${query}`), 200).items;

test('what I owe, first due first, with its title; what the resident owes and what is answered is not there', async () => {
  const worker = await product.as('worker');
  const limit = await takeStep(worker, await openCase(worker, { title: '租房纠纷' }), 'accept');
  const waits = await takeStep(worker, await openCase(worker), 'accept');
  await takeStep(worker, waits, 'ask-materials', {
    materials: [{ name: '身份证', copies: 1 }],
    why: '核对',
  });
  const answered = await takeStep(worker, await openCase(worker), 'accept');
  await takeStep(worker, answered, 'answer', { answer: '已办好' });
  const secret = await openCase(worker, { title: '家事', confidential: true });

  const mine = await promisesOf(worker);
  expect(mine.map(({ caseId }) => caseId)).toEqual([secret.id, limit.id]);
  expect(mine[0]).toMatchObject({
    number: secret.number,
    title: '家事',
    kind: 'accept',
    owner: { name: '孙晓梅' },
    dueAt: secret.dueAt,
    late: false,
    step: 0,
  });
  expect(mine[1]).toMatchObject({ title: '租房纠纷', kind: 'limit', dueAt: limit.dueAt });
  expect(await promisesOf(worker, '?limit=1')).toHaveLength(1);

  product.clock.set('2026-11-26T10:00:00+08:00');
  const later = await product.as('worker');
  expect((await promisesOf(later)).map(({ late }) => late)).toEqual([true, false]);
});

test('nobody sees what another owes', async () => {
  for (const name of ['head', 'worker2', 'officer', 'street', 'auditor'])
    expect(await promisesOf(await product.as(name))).toEqual([]);
  expect(await product.anybody.get('/api/v1/promises')).toMatchObject({ status: 401 });
});
