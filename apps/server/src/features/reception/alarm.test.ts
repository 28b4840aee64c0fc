import type { AnswerOf } from '@qzt/contract';
import type { CaseView } from '@qzt/contract/reception';
import type { worklistEndpoints } from '@qzt/contract/worklist';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus, openCase, readCase, rowsBehind, takeStep } from '../../testing/casework.ts';
import { type TestJobs, testJobs } from '../../testing/jobs.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';
import { sendMessages } from './send.service.ts';
import { wakePromises } from './wake.service.ts';

/** A Friday evening: the office is closed, and it is the first of the quiet hours. */
const FRIDAY = '2026-11-27T21:30:00+08:00';

let product: TestProduct;
let jobs: TestJobs;
let worker: Client;
beforeAll(async () => {
  product = await testProduct(FRIDAY);
  jobs = testJobs(product);
  worker = await product.as('worker');
});
afterAll(async () => {
  await jobs.end();
  await product.drop();
});

const alarm = async (more: object = {}): Promise<CaseView> => {
  product.clock.set(FRIDAY);
  return openCase(worker, { title: '5号楼有煤气味', danger: 'gas', ...more });
};

/** What rings at a time, as the messages that leave then. */
async function ringsAt(clock: string): Promise<string[]> {
  product.clock.set(`2026-11-27T${clock}+08:00`);
  jobs.sent.length = 0;
  await wakePromises(jobs);
  await sendMessages(jobs);
  return jobs.sent.map(({ to, text }) => `${'name' in to ? to.name : to.phone}: ${text}`);
}

const promises = (id: string) =>
  rowsBehind(
    product,
    'select kind, state from promise where case_id = $1 order by created_at, kind',
    [id],
  );

test('danger rings within minutes, at night, until the subdistrict has heard of it; then the rest is owed again', async () => {
  const { id, number, alarm: runs } = await alarm();
  expect(runs).toEqual({ since: FRIDAY, danger: 'gas', calledAt: null });
  expect(await promises(id)).toEqual([{ kind: 'call', state: 'open' }]);
  expect(await ringsAt('21:34:59')).toEqual([]);
  const first = await ringsAt('21:35:00');
  expect(first).toHaveLength(1);
  expect(first[0]).toContain(number);
  expect(first[0]).toMatch(/^李.*应急.*请您马上过问/);
  expect(await ringsAt('21:44:00')).toEqual([]);
  const second = await ringsAt('21:45:00');
  expect(second).toHaveLength(2);
  expect(second.join()).toContain('街道');
  expect(second.find((text) => text.includes('请马上联系居委'))).not.toContain(number);
  expect(await ringsAt('23:00:00')).toEqual([]);
  expect(await promises(id)).toEqual([
    { kind: 'call', state: 'broken' },
    { kind: 'accept', state: 'open' },
  ]);
});

test('a call that is noted in time stops the climbing and keeps the promise', async () => {
  const made = await alarm();
  product.clock.set('2026-11-27T21:33:00+08:00');
  const called = await takeStep(worker, made, 'call', { whom: 'gas', number: '962777' });
  expect(called.alarm?.calledAt).toBe('2026-11-27T21:33:00+08:00');
  expect(called.events.at(-1)?.data).toEqual({ whom: 'gas', number: '962777' });
  expect(await ringsAt('21:50:00')).toEqual([]);
  expect(await promises(made.id)).toEqual([
    { kind: 'call', state: 'kept' },
    { kind: 'accept', state: 'open' },
  ]);
});

test('what is found to be no danger rings nobody, and a message on its way is dropped', async () => {
  const made = await alarm();
  product.clock.set('2026-11-27T21:36:00+08:00');
  await wakePromises(jobs);
  const answer = await worker.post(
    `/api/v1/cases/${made.id}/events`,
    { id: crypto.randomUUID(), type: 'all-clear', note: '是邻居在烧菜' },
    { version: made.version },
  );
  const calm = expectStatus<CaseView>(answer, 201);
  expect(calm.flags).not.toContain('urgent');
  expect(calm).not.toHaveProperty('alarm');
  expect(await ringsAt('21:36:30')).toEqual([]);
  expect(
    await rowsBehind(product, 'select distinct state from message where case_id = $1', [made.id]),
  ).toEqual([{ state: 'dropped' }]);
});

test('of a confidential danger nobody hears what it is, and the subdistrict not even which', async () => {
  const { id, number, flags } = await alarm({
    title: '小孩身上都是乌青',
    danger: 'violence-minor',
  });
  expect(flags).toEqual(expect.arrayContaining(['urgent', 'confidential', 'mandatory-report']));
  const rung = [...(await ringsAt('21:35:00')), ...(await ringsAt('21:45:00'))];
  expect(rung.length).toBeGreaterThan(2);
  expect(rung.join()).not.toContain('乌青');
  expect(rung.find((text) => text.includes('请马上联系居委'))).not.toContain(number);
  expect((await readCase(worker, id)).flags).toContain('urgent');
});

test('a message of danger that could not be sent is tried again at night, within seconds', async () => {
  await alarm();
  product.clock.set('2026-11-27T21:35:00+08:00');
  await wakePromises(jobs);
  jobs.refusals.push(new Error('the gateway is gone'));
  jobs.sent.length = 0;
  await sendMessages(jobs);
  expect(jobs.sent).toEqual([]);
  expect(await ringsAt('21:35:20')).toHaveLength(1);
});

test('other messages still wait for the morning', async () => {
  product.clock.set(FRIDAY);
  await openCase(worker, { title: '问路灯', safePhone: '13800000009' });
  expect((await ringsAt('21:31:00')).join()).not.toContain('问路灯');
});

test('a danger that is on no list is refused', async () => {
  const answer = await worker.post('/api/v1/cases', {
    id: crypto.randomUUID(),
    kind: 'problem',
    title: '有危险',
    danger: 'no-such-thing',
  });
  expect(answer.status).toBe(422);
});

test('in the lists danger comes first, with its clock', async () => {
  product.clock.set('2026-11-27T10:00:00+08:00');
  await openCase(worker, { title: '问路灯' });
  const { id } = await alarm({ danger: 'fall', title: '有人摔倒' });
  await openCase(worker, { title: '问垃圾房' });
  const answer = await worker.get('/api/v1/worklists/promises?limit=200');
  const { items } = expectStatus<AnswerOf<typeof worklistEndpoints.readWorklist>>(answer, 200);
  const at = items.findIndex(({ caseId }) => caseId === id);
  expect(items[at]).toMatchObject({ kind: 'call', alarm: { since: FRIDAY, calledAt: null } });
  expect(items.slice(0, at).every(({ urgent }) => urgent)).toBe(true);
  expect(items.some(({ urgent }) => !urgent)).toBe(true);
});
