import type { LoanView } from '@qzt/contract/lending';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectStatus, rowsBehind } from '../../testing/casework.ts';
import { type TestJobs, testJobs } from '../../testing/jobs.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';
import { receptionTasks } from '../reception/index.ts';
import { remindOfLoans } from './remind.service.ts';

let product: TestProduct;
let jobs: TestJobs;
let worker: Client;
let neighbour: Client;
beforeAll(async () => {
  product = await testProduct();
  jobs = testJobs(product);
  worker = await product.as('worker');
  neighbour = await product.as('worker2');
});
afterAll(async () => {
  await jobs.end();
  await product.drop();
});
beforeEach(() => {
  product.clock.set('2026-11-24T10:00:00+08:00');
  jobs.sent.length = 0;
});

const lend = async (more: object = {}, client = worker): Promise<LoanView> =>
  expectStatus<LoanView>(
    await client.post('/api/v1/loans', { id: uuidv7(), thing: { code: 'umbrella' }, ...more }),
    201,
  );
const step = (loan: LoanView, body: object, version = loan.version) =>
  worker.post(`/api/v1/loans/${loan.id}/steps`, { id: uuidv7(), ...body }, { version });
const out = async (client = worker) =>
  expectStatus<{ items: LoanView[]; total: number; late: number }>(
    await client.get('/api/v1/loans?limit=100'),
    200,
  );

test('one line is enough: a thing goes out without a name, is due by its preset, and is a contact of today', async () => {
  const loan = await lend();
  expect(loan).toMatchObject({
    thing: { code: 'umbrella', name: '雨伞' },
    count: 1,
    state: 'out',
    borrower: { name: null, phone: null },
    dueAt: '2026-11-27T17:30:00+08:00',
    late: false,
  });
  expect(await worker.get(`/api/v1/encounters/${loan.encounterId}`)).toMatchObject({
    status: 200,
    body: { needs: [{ words: '借雨伞', outcome: 'settled' }] },
  });
});

test('who has it is masked in the list, whole in the record, and in no table', async () => {
  const borrower = { name: '㛃𠅤安', phone: '13912345678' };
  const loan = await lend({ thing: { name: '电钻' }, borrower, count: 2, note: '带备用电池' });
  const line = (await out()).items.find(({ id }) => id === loan.id);
  expect(line).toMatchObject({
    thing: { code: null, name: '电钻' },
    borrower: { name: '㛃**', phone: '139****5678' },
  });
  expect(await worker.get(`/api/v1/loans/${loan.id}`)).toMatchObject({
    body: { borrower, note: '带备用电池' },
  });
  const rows = await rowsBehind(product, 'select * from loan where id = $1', [loan.id]);
  const steps = await rowsBehind(product, 'select * from loan_step where loan_id = $1', [loan.id]);
  const kept = JSON.stringify([rows, steps]);
  for (const word of ['㛃𠅤安', '13912345678', '电钻', '备用']) expect(kept).not.toContain(word);
  const log = await rowsBehind(
    product,
    "select purpose from audit_entry where action = 'loan.read' and subject_id = $1",
    [loan.id],
  );
  expect(log).toEqual([{ purpose: '查看借出给谁' }]);
});

test('part of it comes back, then the rest, brought by somebody else', async () => {
  const loan = await lend({ count: 3 });
  const some = expectStatus<LoanView>(await step(loan, { type: 'return', count: 2 }), 201);
  expect(some).toMatchObject({ state: 'out', returned: 2, version: 2 });
  expect(await step(loan, { type: 'return' })).toMatchObject({
    status: 409,
    body: { code: 'version-conflict', current: { version: 2 } },
  });
  expect(await step(some, { type: 'return', count: 2 })).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'count', code: 'more-than-out' }] },
  });
  const all = expectStatus<LoanView>(
    await step(some, { type: 'return', returnedBy: '她儿子' }),
    201,
  );
  expect(all).toMatchObject({ state: 'returned', returned: 3 });
  expect(all.steps.map(({ type, count, returnedBy }) => [type, count, returnedBy])).toEqual([
    ['lend', 3, null],
    ['return', 2, null],
    ['return', 1, '她儿子'],
  ]);
  expect(await step(all, { type: 'return' })).toMatchObject({
    status: 409,
    body: { code: 'transition-not-allowed' },
  });
});

test('the same request twice lends once; another under its id is told so; bad input leaves nothing', async () => {
  const body = { id: uuidv7(), thing: { code: 'wheelchair' }, borrower: { name: '王阿姨' } };
  const key = uuidv7();
  const first = await worker.post('/api/v1/loans', body, { key });
  const again = await worker.post('/api/v1/loans', body, { key });
  expect(again.body).toEqual(first.body);
  expect(await worker.post('/api/v1/loans', body)).toMatchObject({
    status: 409,
    body: { code: 'id-exists', current: { version: 1 } },
  });
  const before = await rowsBehind(product, 'select count(*) from encounter');
  for (const wrong of [
    { thing: { code: 'rocket' } },
    { until: '2026-11-01' },
    { count: 0 },
    { thing: { name: '长'.repeat(100_000) } },
    { residentId: uuidv7() },
    { encounterId: uuidv7() },
    { deposit: 50 },
  ]) {
    const answer = await worker.post('/api/v1/loans', { ...body, id: uuidv7(), ...wrong });
    expect([404, 413, 422]).toContain(answer.status);
  }
  expect(await rowsBehind(product, 'select count(*) from encounter')).toEqual(before);
});

test('a neighbour knows of nothing, and figures count the whole list and not the page', async () => {
  const loan = await lend({ until: '2026-11-24' });
  expect(await neighbour.get(`/api/v1/loans/${loan.id}`)).toMatchObject({ status: 404 });
  expect(await out(neighbour)).toMatchObject({ items: [], total: 0, late: 0 });
  const before = await out();
  product.clock.set('2026-11-24T18:00:00+08:00');
  const page = expectStatus<{ items: LoanView[]; total: number; late: number; nextCursor: string }>(
    await worker.get('/api/v1/loans?limit=1'),
    200,
  );
  expect(page).toMatchObject({ total: before.total, items: [{ id: loan.id, late: true }] });
  expect(page.late).toBe(1);
  const rest = expectStatus<{ items: LoanView[] }>(
    await worker.get(`/api/v1/loans?limit=100&cursor=${page.nextCursor}`),
    200,
  );
  expect(rest.items).toHaveLength(page.total - 1);
  expect(await (await product.as('centre')).get('/api/v1/loans')).toMatchObject({ status: 403 });
});

const wakeAndSend = async (at: string): Promise<void> => {
  product.clock.set(at);
  await remindOfLoans(jobs);
  for (const { run } of receptionTasks(jobs)) await run();
};

test('who forgot a thing gets one kind word, the worker one a day later, and then it is quiet', async () => {
  const borrower = { name: '陈师傅', phone: '13700000009' };
  await lend({ thing: { code: 'trolley' }, borrower, until: '2026-12-01' });
  await wakeAndSend('2026-12-01T17:31:00+08:00');
  const toPhone = jobs.sent.filter(({ to }) => 'phone' in to && to.phone === borrower.phone);
  expect(toPhone).toHaveLength(1);
  expect(toPhone[0]?.text).toContain('手推车');
  jobs.sent.length = 0;
  await wakeAndSend('2026-12-02T17:31:00+08:00');
  expect(jobs.sent.map(({ text }) => text)).toContainEqual(
    expect.stringContaining('陈**借的手推车'),
  );
  jobs.sent.length = 0;
  await wakeAndSend('2026-12-09T10:00:00+08:00');
  expect(jobs.sent.filter(({ text }) => text.includes('手推车'))).toEqual([]);
});

test('what came back or was prolonged in time is not asked after', async () => {
  const phone = '13700000010';
  const back = await lend({ borrower: { phone }, until: '2026-11-25' });
  const longer = await lend({ borrower: { phone }, until: '2026-11-25' });
  expectStatus(await step(back, { type: 'return' }), 201);
  expect(
    expectStatus<LoanView>(await step(longer, { type: 'extend', until: '2026-12-24' }), 201).dueAt,
  ).toBe('2026-12-24T17:30:00+08:00');
  await wakeAndSend('2026-11-25T17:31:00+08:00');
  expect(jobs.sent.filter(({ to }) => 'phone' in to && to.phone === phone)).toEqual([]);
  const promises = await rowsBehind<{ state: string }>(
    product,
    'select state from promise where loan_id = any ($1) order by state',
    [[back.id, longer.id]],
  );
  expect(promises.map(({ state }) => state)).toEqual(['dropped', 'kept', 'open']);
});

test('a loan on a confidential contact is known to nobody but those named, and no message tells of it', async () => {
  const secret = expectStatus<{ id: string }>(
    await worker.post('/api/v1/cases', {
      id: uuidv7(),
      kind: 'problem',
      title: '家事',
      confidential: true,
    }),
    201,
  );
  const contact = {
    id: uuidv7(),
    channel: 'desk',
    startedAt: '2026-11-24T10:00:00+08:00',
    visitor: { phone: '13700000011' },
    needs: [{ id: uuidv7(), words: '家事,借把伞走', outcome: 'case', caseId: secret.id }],
  };
  expectStatus(await worker.post('/api/v1/encounters', contact), 201);
  const colleague = await product.as('head');
  const before = await out(colleague);
  const loan = await lend({
    encounterId: contact.id,
    borrower: { phone: '13700000011' },
    until: '2026-11-25',
  });
  // The head may know of every confidential case; a stranger to it may not.
  expect((await out(colleague)).total).toBe(before.total + 1);
  const employ =
    "update staff set roles = $1 where id = (select staff_id from credential where username = 'head')";
  await rowsBehind(product, employ, [['worker']]);
  const stranger = await product.as('head');
  expect(await stranger.get(`/api/v1/loans/${loan.id}`)).toMatchObject({ status: 404 });
  expect((await out(stranger)).total).toBe(before.total);
  await rowsBehind(product, employ, [['worker', 'head']]);
  await wakeAndSend('2026-11-25T17:31:00+08:00');
  expect(jobs.sent.filter(({ to }) => 'phone' in to && to.phone === '13700000011')).toEqual([]);
});
