import type { PromiseLine } from '@qzt/contract/promise';
import type { CaseView } from '@qzt/contract/reception';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus, openCase, readCase, staffByName, takeStep } from '../../testing/casework.ts';
import { type TestJobs, testJobs } from '../../testing/jobs.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';
import { receptionTasks } from '../reception/index.ts';

let product: TestProduct;
let jobs: TestJobs;
let worker: Client;
beforeAll(async () => {
  product = await testProduct();
  jobs = testJobs(product);
  worker = await product.as('worker');
});
afterAll(async () => {
  await jobs.end();
  await product.drop();
});

/** What comes round by itself: waking, then sending. */
const comeRound = async (): Promise<void> => {
  for (const { run } of receptionTasks(jobs)) await run();
};

const owed = async (): Promise<PromiseLine[]> =>
  expectStatus<{ items: PromiseLine[] }>(await worker.get('/api/v1/promises'), 200).items;

async function answeredByCentre(): Promise<CaseView> {
  const centre = await product.as('centre');
  const id = (await staffByName(await product.as('street'))).get('centre')?.org.id;
  const opened = await openCase(worker, { title: '敬老卡补办', safePhone: '13800000077' });
  const accepted = await takeStep(worker, opened, 'accept');
  const referred = await takeStep(worker, accepted, 'refer', { to: { kind: 'centre', id } });
  await takeStep(centre, referred, 'answer', { answer: '三天后来取' });
  return readCase(worker, referred.id);
}

test('what the centre answered is owed by the worker first asked until the resident was told', async () => {
  product.clock.set('2026-11-24T10:00:00+08:00');
  const answered = await answeredByCentre();
  expect(answered).toMatchObject({
    status: 'answered',
    dueAt: null,
    tellBy: '2026-11-25T17:30:00+08:00',
    flags: ['to-tell'],
  });
  expect(answered.allowedActions).toContain('tell');
  expect(await owed()).toMatchObject([
    { caseId: answered.id, kind: 'tell', dueAt: '2026-11-25T17:30:00+08:00' },
  ]);

  product.clock.set('2026-11-25T10:00:00+08:00');
  await comeRound();
  expect(jobs.sent.map(({ text }) => text)).toContainEqual(expect.stringContaining('告诉居民'));

  product.clock.set('2026-12-02T18:00:00+08:00');
  worker = await product.as('worker');
  for (let round = 0; round < 4; round += 1) await comeRound();
  expect(await readCase(worker, answered.id)).toMatchObject({ status: 'answered' });

  const told = await takeStep(worker, answered, 'tell', { how: 'phone' });
  expect(told.tellBy).toBeUndefined();
  expect(await owed()).toEqual([]);
  product.clock.set('2026-12-10T09:00:00+08:00');
  await comeRound();
  expect(await readCase(await product.as('worker'), answered.id)).toMatchObject({
    status: 'closed',
    ending: 'unconfirmed',
  });
});
