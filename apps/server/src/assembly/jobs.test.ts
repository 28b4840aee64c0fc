import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeLog } from '../platform/log.ts';
import { consoleGateway } from '../platform/notify/index.ts';
import type { Pool } from '../platform/pool.ts';
import { openCase, readCase } from '../testing/casework.ts';
import { type TestProduct, testProduct } from '../testing/product.ts';
import { recurringTasks } from './jobs.ts';

let product: TestProduct;
let jobsPool: Pool;
beforeEach(async () => {
  product = await testProduct();
  jobsPool = new pg.Pool(product.connection('jobs'));
});
afterEach(async () => {
  await jobsPool.end();
  await product.drop();
});

test('a changed calendar reaches the open cases by what comes round by itself', async () => {
  const worker = await product.as('worker');
  const open = await openCase(worker);
  const answer = await (await product.as('street')).send(
    'PUT',
    '/api/v1/calendar/2026',
    {
      known: true,
      basis: '市通知',
      days: [{ date: '2026-11-25', kind: 'holiday', name: '演练' }],
    },
    { version: 1 },
  );
  expect(answer).toMatchObject({ status: 200 });
  const tasks = recurringTasks({
    ...product.ground,
    jobsPool,
    gateway: consoleGateway({ print: () => undefined, sayText: false }),
    log: makeLog('silent'),
  });
  for (const { run } of tasks) await run();
  expect(await readCase(worker, open.id)).toMatchObject({ dueAt: '2026-11-26T17:30:00+08:00' });
});
