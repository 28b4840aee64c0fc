import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { consoleGateway } from '../../platform/notify/index.ts';
import { withPool } from '../../platform/pool.ts';
import { type TestJobs, testJobs } from '../../testing/jobs.ts';
import { type TestProduct, testProduct } from '../../testing/product.ts';
import { sendMessages } from './send.service.ts';
import { wakePromises } from './wake.service.ts';

let product: TestProduct;
let jobs: TestJobs;
beforeEach(async () => {
  await jobs?.end();
  await product?.drop();
  product = await testProduct();
  jobs = testJobs(product);
});
afterAll(async () => {
  await jobs.end();
  await product.drop();
});

const messages = () =>
  withPool(product.connection('owner'), async (pool) => {
    const { rows } = await pool.query<{
      state: string;
      attempts: number;
      last_error: string | null;
    }>('select state, attempts, last_error from message order by created_at, id');
    return rows;
  });

/** A visitor with a telephone asks for something. */
async function asked(more: object = {}): Promise<string> {
  const worker = await product.as('worker');
  const encounterId = uuidv7();
  await worker.post('/api/v1/encounters', {
    id: encounterId,
    channel: 'desk',
    startedAt: product.clock.now().toISOString(),
    visitor: { name: '邵某', phone: '13800000003' },
    needs: [{ id: uuidv7(), words: '想办联系单', outcome: 'case' }],
  });
  const id = uuidv7();
  const opened = await worker.post('/api/v1/cases', {
    id,
    encounterId,
    kind: 'application',
    title: '孕妇联系单',
    ...more,
  });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  return id;
}

test('a message is made of warm words when it leaves, and leaves once whoever sends', async () => {
  await asked();
  await Promise.all([sendMessages(jobs), sendMessages(jobs), sendMessages(jobs)]);
  expect(jobs.sent).toHaveLength(1);
  expect(jobs.sent[0]).toMatchObject({ to: { phone: '13800000003' } });
  expect(jobs.sent[0]?.text).toMatch(
    /^【林云居委会】您的“孕妇联系单”已经登记\(编号 .+\),由孙晓梅负责到底/,
  );
  expect(await messages()).toEqual([{ state: 'sent', attempts: 1, last_error: null }]);
});

test('nothing leaves in quiet hours, not even what should have left before them', async () => {
  product.clock.set('2026-11-24T20:59:00+08:00');
  await asked();
  product.clock.set('2026-11-24T21:30:00+08:00');
  await sendMessages(jobs);
  await asked();
  product.clock.set('2026-11-25T07:59:59+08:00');
  await sendMessages(jobs);
  expect(jobs.sent).toEqual([]);
  product.clock.set('2026-11-25T08:00:00+08:00');
  await sendMessages(jobs);
  expect(jobs.sent).toHaveLength(2);
});

test('of a confidential case only the safe telephone hears, and not of what', async () => {
  await asked({ confidential: true });
  await asked({ confidential: true, safePhone: '13800000004' });
  await sendMessages(jobs);
  expect(jobs.sent.map(({ to }) => to)).toEqual([{ phone: '13800000004' }]);
  expect(jobs.sent[0]?.text).not.toContain('联系单');
  expect(jobs.sent[0]?.text).toContain('您托我们办的事有新的进展');
  expect(await messages()).toEqual([
    { state: 'dropped', attempts: 0, last_error: 'no-address' },
    { state: 'sent', attempts: 1, last_error: null },
  ]);
});

test('the safe telephone comes before any other', async () => {
  await asked({ safePhone: '13800000005' });
  await sendMessages(jobs);
  expect(jobs.sent.map(({ to }) => to)).toEqual([{ phone: '13800000005' }]);
});

test('a gateway that fails is asked again, later and later, and given up after eight times', async () => {
  await asked();
  jobs.refusals.push(...Array.from({ length: 8 }, () => new RangeError('13800000003 太长')));
  for (const [attempt, wait] of [0, 1, 2, 4, 8, 16, 32, 64].entries()) {
    if (wait > 0) {
      product.clock.set(new Date(product.clock.now().getTime() + wait * 60_000 - 1).toISOString());
      await sendMessages(jobs);
      expect((await messages())[0]?.attempts).toBe(attempt);
      product.clock.set(new Date(product.clock.now().getTime() + 1).toISOString());
    }
    await sendMessages(jobs);
  }
  expect(await messages()).toEqual([{ state: 'failed', attempts: 8, last_error: 'RangeError' }]);
  expect(jobs.sent).toEqual([]);
});

test('a reminder that was overtaken before it left is dropped', async () => {
  const id = await asked();
  await sendMessages(jobs);
  product.clock.set('2026-11-25T08:00:00+08:00');
  await wakePromises(jobs);
  const worker = await product.as('worker');
  const accepted = await worker.post(
    `/api/v1/cases/${id}/events`,
    { id: uuidv7(), type: 'accept' },
    { version: 1 },
  );
  expect(accepted.status).toBe(201);
  await sendMessages(jobs);
  expect(await messages()).toEqual([
    { state: 'sent', attempts: 1, last_error: null },
    { state: 'dropped', attempts: 0, last_error: 'overtaken' },
  ]);
});

test('a reminder says to the worker what is owed and until when', async () => {
  await asked();
  await sendMessages(jobs);
  product.clock.set('2026-11-25T08:00:00+08:00');
  await wakePromises(jobs);
  await sendMessages(jobs);
  expect(jobs.sent[1]).toMatchObject({ to: { name: '孙晓梅' } });
  expect(jobs.sent[1]?.text).toMatch(/还没有受理,请在 11月25日 周三 17:30 前受理。$/);
});

test('the console says the words of the demonstration, and of a real office only that something left', async () => {
  const lines: string[] = [];
  const message = { id: 'm1', to: { phone: '13800000001' }, text: '您的“孕妇联系单”已经办好。' };
  await consoleGateway({ print: (line) => lines.push(line), sayText: true }).send(message);
  await consoleGateway({ print: (line) => lines.push(line), sayText: false }).send(message);
  expect(lines).toEqual([
    '[消息 → 138****0001] 您的“孕妇联系单”已经办好。',
    '[消息] 已发出一条(m1)',
  ]);
});
