import type { SessionView } from '@qzt/contract/org';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, type TestProduct, testProduct } from '../testing/product.ts';
import { oneLine } from './testing/desk.ts';
import { type Owner, ownerOf } from './testing/owner.ts';
import { refused } from './testing/problem.ts';
import { settleIn } from './testing/residents.ts';

let product: TestProduct;
let owner: Owner;
beforeAll(async () => {
  product = await testProduct();
  owner = await ownerOf(product);
});
afterAll(async () => {
  await owner.end();
  await product.drop();
});

async function householdOf(client: Client): Promise<string> {
  const { org } = (await client.get('/api/v1/session')).body as SessionView;
  const person = { name: '邵玉兰', phone: '13800000077', door: '502' };
  return (await settleIn(product, owner, { committeeId: org.id, ...person })).householdId;
}

test('a contact names a household of its own committee, and no other', async () => {
  const worker = await product.as('worker');
  const own = await householdOf(worker);
  expect(await worker.post('/api/v1/encounters', oneLine({ householdId: own }))).toMatchObject({
    status: 201,
    body: { householdId: own },
  });
  for (const householdId of [uuidv7(), await householdOf(await product.as('worker2'))]) {
    const answer = await worker.post('/api/v1/encounters', oneLine({ householdId }));
    expect(refused(answer, 404, 'not-found').detail).toBe('没有找到这户人家');
  }
});
