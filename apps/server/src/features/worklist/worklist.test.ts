import type { CaseView } from '@qzt/contract/reception';
import type { TodayLine, WorkLine } from '@qzt/contract/worklist';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus, openCase, staffByName, takeStep } from '../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';

let product: TestProduct;
let worker: Client;
let head: Client;
beforeAll(async () => {
  product = await testProduct();
  worker = await product.as('worker');
  head = await product.as('head');
});
afterAll(() => product.drop());

interface List {
  readonly items: WorkLine[];
  readonly total: number;
  readonly late: number;
  readonly today: number;
}
const list = async (client: Client, name: string, limit = 100): Promise<List> =>
  expectStatus<List>(await client.get(`/api/v1/worklists/${name}?limit=${limit}`), 200);
const ids = ({ items }: List): string[] => items.map(({ caseId }) => caseId);

test('each list holds what belongs to it, first due first, and says how many there are in all', async () => {
  const registered = await openCase(worker, { title: '楼道灯坏了' });
  const limit = await takeStep(worker, await openCase(worker, { title: '租房纠纷' }), 'accept');
  const waits = await takeStep(
    worker,
    await takeStep(worker, await openCase(worker), 'accept'),
    'ask-materials',
    { materials: [{ name: '身份证', copies: 1 }], why: '核对' },
  );
  const accepted = await takeStep(worker, await openCase(worker, { safePhone: '110' }), 'accept');
  const answered = await takeStep(worker, accepted, 'answer', { answer: '已办好' });

  const promises = await list(worker, 'promises');
  expect(ids(promises)).toEqual([registered.id, limit.id]);
  expect(promises).toMatchObject({ total: 2, late: 0, today: 0 });
  expect(promises.items[0]).toMatchObject({ title: '楼道灯坏了', kind: 'accept', late: false });
  expect(await list(worker, 'promises', 1)).toMatchObject({ items: [{}], total: 2 });
  expect(ids(await list(worker, 'waiting'))).toEqual([waits.id]);
  expect(ids(await list(worker, 'answered'))).toEqual([answered.id]);

  const handler = (await staffByName(head)).get('head')?.id;
  await takeStep(head, limit, 'assign', { handler, reason: '他熟' });
  expect(ids(await list(head, 'handed'))).toEqual([limit.id]);
  expect(ids(await list(worker, 'promises'))).toContain(limit.id);
});

test('a head sees what presses in the committee; late is late at its hour, urgent stands first', async () => {
  const urgent = await openCase(worker, { title: '煤气味', urgent: true });
  product.clock.set('2026-11-25T17:31:00+08:00');
  head = await product.as('head');
  worker = await product.as('worker');
  const pressing = await list(head, 'committee');
  expect(pressing.items[0]).toMatchObject({ caseId: urgent.id, urgent: true, late: true });
  expect(pressing.late).toBe(pressing.items.filter(({ late }) => late).length);
  expect(pressing.total).toBe(pressing.items.length);
  expect(await list(worker, 'committee')).toEqual({ items: [], total: 0, late: 0, today: 0 });
});

test('an office sees what was sent to it by due date, a subdistrict what is under way, a neighbour nothing', async () => {
  const people = await staffByName(await product.as('street'));
  const id = people.get('centre')?.org.id;
  const sent = await takeStep(worker, await openCase(worker, { title: '补卡' }), 'accept');
  await takeStep(worker, sent, 'refer', { to: { kind: 'centre', id } });
  const centre = await product.as('centre');
  expect(await list(centre, 'office')).toMatchObject({
    items: [{ caseId: sent.id, title: '补卡', kind: 'limit', firstAsked: { name: '孙晓梅' } }],
    total: 1,
  });
  expect(ids(await list(await product.as('officer'), 'office'))).toEqual([]);
  const street = await list(await product.as('street'), 'underWay');
  expect(ids(street)).toContain(sent.id);
  for (const name of ['promises', 'handed', 'committee', 'underWay'])
    expect(await list(await product.as('worker2'), name)).toMatchObject({ total: 0 });
});

test('a confidential case changes nobody’s figures but those of the people named in it', async () => {
  const street = await product.as('street');
  const before = [await list(street, 'underWay'), await list(await product.as('centre'), 'office')];
  const mine = await list(worker, 'promises');
  await openCase(worker, { title: '家事', confidential: true });
  expect([
    await list(street, 'underWay'),
    await list(await product.as('centre'), 'office'),
  ]).toEqual(before);
  expect((await list(worker, 'promises')).total).toBe(mine.total + 1);
});

test('today says what people came for and what came of it, and counts the whole day', async () => {
  interface Today {
    readonly items: TodayLine[];
    readonly contacts: number;
    readonly total: number;
  }
  const today = async (query = ''): Promise<Today> =>
    expectStatus<Today>(await worker.get(`/api/v1/contacts-today${query}`), 200);
  const before = await today();
  const contact = {
    id: uuidv7(),
    channel: 'desk',
    startedAt: '2026-11-25T17:30:00+08:00',
    needs: [
      { id: uuidv7(), words: '问路', outcome: 'settled' },
      { id: uuidv7(), words: '想办孕妇联系单', outcome: 'case' },
    ],
  };
  expectStatus(await worker.post('/api/v1/encounters', contact), 201);
  const made = expectStatus<CaseView>(
    await worker.post('/api/v1/cases', {
      id: uuidv7(),
      kind: 'application',
      title: '孕妇联系单',
      encounterId: contact.id,
    }),
    201,
  );
  const after = await today();
  expect(after).toMatchObject({ contacts: before.contacts + 1, total: before.total + 2 });
  expect(after.items.slice(0, 2)).toMatchObject([
    { words: '问路', outcome: 'settled', caseId: null },
    { words: '想办孕妇联系单', outcome: 'case', caseId: made.id, status: 'registered' },
  ]);
  expect((await today('?limit=1')).total).toBe(after.total);
  expect(await (await product.as('centre')).get('/api/v1/contacts-today')).toMatchObject({
    status: 403,
  });
});
