import type { CaseView, EncounterView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestProduct, testProduct } from '../../testing/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.drop());

test('我儿媳怀孕了: taken at the desk, told once, settled, confirmed; a neighbour knows nothing of it', async () => {
  const worker = await product.as('worker');
  const encounter = uuidv7();
  const need = uuidv7();
  const id = uuidv7();
  const recorded = await worker.post('/api/v1/encounters', {
    id: encounter,
    channel: 'desk',
    startedAt: '2026-11-24T10:00:00+08:00',
    visitor: { name: '邵某', phone: '13800000001', relation: '婆婆', onBehalfOf: '儿媳' },
    journey: 1,
    needs: [
      {
        id: need,
        words: '我儿媳怀孕了,想办一张孕妇联系单',
        serviceItem: 'BJM-023',
        outcome: 'case',
      },
    ],
  });
  expect(recorded.status).toBe(201);
  expect((recorded.body as EncounterView).missing).toEqual(['case-not-opened']);

  const opened = await worker.post('/api/v1/cases', {
    id,
    encounterId: encounter,
    kind: 'application',
    serviceItem: 'BJM-023',
    title: '孕妇联系单',
    materials: [{ name: '怀孕证明', copies: 1 }],
  });
  expect(opened.status).toBe(201);
  const registered = opened.body as CaseView;
  expect(registered).toMatchObject({
    status: 'registered',
    dueKind: 'accept',
    journeys: 1,
    version: 1,
  });
  expect(registered.requirementNotice.materials).toHaveLength(4);
  expect(registered.dueAt).toBe('2026-11-25T17:30:00+08:00');

  const step = async (version: number, type: string, data?: object) => {
    const answer = await worker.post(
      `/api/v1/cases/${id}/events`,
      { id: uuidv7(), type, data },
      { version },
    );
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body as CaseView;
  };
  await step(1, 'accept');
  await step(2, 'answer', { answer: '联系单已经办好' });
  const closed = await step(3, 'confirm', { how: 'desk' });
  expect(closed).toMatchObject({ status: 'closed', ending: 'confirmed', dueAt: null });
  expect(closed.events.map((event) => event.type)).toEqual([
    'register',
    'accept',
    'answer',
    'confirm',
  ]);

  const readBack = await worker.get(`/api/v1/cases/${id}`);
  expect(readBack.body).toEqual(closed);
  expect((await worker.get(`/api/v1/encounters/${encounter}`)).body).toMatchObject({
    missing: [],
    needs: [{ caseId: id }],
  });

  const neighbour = await product.as('worker2');
  for (const url of [`/api/v1/cases/${id}`, `/api/v1/encounters/${encounter}`])
    expect(await neighbour.get(url)).toMatchObject({ status: 404, body: { code: 'not-found' } });
});
