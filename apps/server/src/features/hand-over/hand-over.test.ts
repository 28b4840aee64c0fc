import type { HandOverPreview, HandOverView } from '@qzt/contract/hand-over';
import type { LoanView } from '@qzt/contract/lending';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  expectStatus,
  openCase,
  readCase,
  rowsBehind,
  staffByName,
  takeStep,
} from '../../testing/casework.ts';
import { type TestJobs, testJobs } from '../../testing/jobs.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';
import { receptionTasks } from '../reception/index.ts';

let product: TestProduct;
let jobs: TestJobs;
let worker: Client;
let head: Client;
let headId: string;
let headName: string;
beforeAll(async () => {
  product = await testProduct();
  jobs = testJobs(product);
  head = await product.as('head');
  const person = (await staffByName(head)).get('head');
  headId = person?.id ?? '';
  headName = person?.name ?? '';
});
afterAll(async () => {
  await jobs.end();
  await product.drop();
});
beforeEach(async () => {
  product.clock.set('2026-11-24T17:00:00+08:00');
  worker = await product.as('worker');
  head = await product.as('head');
});

const preview = async (client = worker): Promise<HandOverPreview> =>
  expectStatus<HandOverPreview>(await client.get('/api/v1/hand-overs/preview'), 200);
const give = async (more: object = {}): Promise<HandOverView> =>
  expectStatus<HandOverView>(
    await worker.post('/api/v1/hand-overs', { id: uuidv7(), ...more }),
    201,
  );
const settle = (
  client: Client,
  one: HandOverView,
  how: 'take' | 'withdraw',
  version = one.version,
) => client.post(`/api/v1/hand-overs/${one.id}/${how}`, {}, { version });
const list = async (client: Client) =>
  expectStatus<{ items: HandOverView[]; open: number }>(
    await client.get('/api/v1/hand-overs'),
    200,
  );

test('a shift is given with what is owed, lent and urgent, and taken over by name', async () => {
  const due = await openCase(worker, { title: '楼道灯坏了' });
  const later = await takeStep(worker, await openCase(worker, { title: '租房纠纷' }), 'accept');
  const urgent = await openCase(head, { title: '煤气味', urgent: true });
  const lent = expectStatus<LoanView>(
    await worker.post('/api/v1/loans', {
      id: uuidv7(),
      thing: { code: 'wheelchair' },
      borrower: { name: '王阿姨' },
    }),
    201,
  );
  await openCase(worker, { title: '家事', confidential: true });

  product.clock.set('2026-11-25T17:00:00+08:00');
  worker = await product.as('worker');
  head = await product.as('head');
  const shown = await preview();
  expect(shown.until).toBe('2026-11-26T08:30:00+08:00');
  expect(shown.contents.promises.map(({ title }) => title)).toContain('楼道灯坏了');
  expect(shown.contents.promises.map(({ caseId }) => caseId)).not.toContain(later.id);
  expect(shown.contents.urgent.map(({ caseId }) => caseId)).toEqual([urgent.id]);
  expect(shown.contents.loans).toMatchObject([{ loanId: lent.id, thing: '轮椅', who: '王**' }]);
  expect(JSON.stringify(shown)).not.toContain('家事');
  expect(shown.kept).toBe(1);

  const note = '钥匙在抽屉里,㛃老师明天来拿';
  const given = await give({ to: headId, note });
  expect(given).toMatchObject({ from: { name: '孙晓梅' }, note, taken: null, mayTake: false });
  expect(await list(head)).toMatchObject({
    open: 1,
    items: [{ id: given.id, mayTake: true, note }],
  });
  expect(await settle(worker, given, 'take')).toMatchObject({ status: 409 });
  const taken = expectStatus<HandOverView>(await settle(head, given, 'take'), 201);
  expect(taken).toMatchObject({ taken: { by: { id: headId } }, version: 2 });
  expect(await settle(head, given, 'take')).toMatchObject({
    status: 409,
    body: { code: 'version-conflict', current: { version: 2 } },
  });
  expect((await list(worker)).open).toBe(0);
  expect(JSON.stringify(await rowsBehind(product, 'select * from hand_over'))).not.toContain(
    '抽屉',
  );
  expect(await readCase(worker, due.id)).toMatchObject({
    firstAsked: { name: '孙晓梅' },
    standIn: { id: headId },
  });

  const accepted = await takeStep(worker, await readCase(worker, due.id), 'accept');
  await takeStep(worker, accepted, 'withdraw');
  const after = (await list(head)).items.find(({ id }) => id === given.id);
  expect(after?.contents.promises.find(({ caseId }) => caseId === due.id)?.open).toBe(false);
});

test('until the hand-over ends the reminders of the giver come to the taker too', async () => {
  product.clock.set('2026-12-07T16:00:00+08:00');
  worker = await product.as('worker');
  head = await product.as('head');
  await openCase(worker, { title: '晾衣架松了' });
  const given = await give({ until: '2026-12-10T08:30:00+08:00' });
  expectStatus(await settle(head, given, 'take'), 201);
  product.clock.set('2026-12-08T09:30:00+08:00');
  for (let round = 0; round < 6; round += 1)
    for (const { run } of receptionTasks(jobs)) await run();
  const told = jobs.sent.filter(({ text }) => text.includes('晾衣架松了'));
  const names = new Set(told.map(({ to }) => ('name' in to ? to.name : '')));
  expect(names).toEqual(new Set(['孙晓梅', headName]));
});

test('the giver takes back what nobody has taken; only colleagues take, neighbours know of nothing', async () => {
  const given = await give();
  const neighbour = await product.as('worker2');
  expect(await settle(neighbour, given, 'take')).toMatchObject({ status: 404 });
  expect(await list(neighbour)).toEqual({ items: [], open: 0 });
  expect(await settle(head, given, 'withdraw')).toMatchObject({ status: 403 });
  expectStatus(await settle(worker, given, 'withdraw'), 201);
  expect(await settle(head, given, 'take', 2)).toMatchObject({ status: 409 });
});

test('bad input writes nothing', async () => {
  const before = await rowsBehind(product, 'select count(*) from hand_over');
  for (const wrong of [
    { to: uuidv7() },
    { until: '2026-11-24T09:00:00+08:00' },
    { until: '2030-01-01T09:00:00+08:00' },
    { note: '长'.repeat(2001) },
    { contents: {} },
  ])
    expect(await worker.post('/api/v1/hand-overs', { id: uuidv7(), ...wrong })).toMatchObject({
      status: 422,
    });
  expect(await rowsBehind(product, 'select count(*) from hand_over')).toEqual(before);
  expect(await (await product.as('officer')).get('/api/v1/hand-overs')).toMatchObject({
    status: 403,
  });
});
