import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCase, rowsBehind } from '../../testing/casework.ts';
import { testJobs } from '../../testing/jobs.ts';
import { type TestProduct, testProduct } from '../../testing/product.ts';
import { tidy } from './index.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.drop());

test('outcomes go after seven days, sessions thirty days after they ended, and nothing younger', async () => {
  const worker = await product.as('worker');
  await product.as('head');
  await openCase(worker);
  await openCase(worker);
  const outcomes = () => rowsBehind(product, 'select 1 as kept from idempotency');
  const sessions = () => rowsBehind(product, 'select 1 as kept from session');
  const jobs = testJobs(product);
  await tidy(jobs.jobsPool);
  expect([await outcomes(), await sessions()].map((rows) => rows.length)).toEqual([2, 2]);

  await rowsBehind(
    product,
    `update idempotency set created_at = now() - interval '8 days' where key = (select min(key) from idempotency)`,
  );
  await rowsBehind(
    product,
    `update session set revoked_at = now() - interval '31 days' where staff_id = (select staff_id from credential where username = 'head')`,
  );
  await tidy(jobs.jobsPool);
  expect([await outcomes(), await sessions()].map((rows) => rows.length)).toEqual([1, 1]);
  expect((await worker.get('/api/v1/session')).status).toBe(200);
  await expect(jobs.jobsPool.query('delete from message')).rejects.toThrow('permission denied');
  await jobs.end();
});
