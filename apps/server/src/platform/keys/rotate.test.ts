import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCase, readCase, rowsBehind } from '../../testing/casework.ts';
import { type TestProduct, testProduct } from '../../testing/product.ts';
import { withPool } from '../pool.ts';
import { addMaster } from './keyring.ts';
import { rotateKeys } from './rotate.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.drop());

const rotate = () =>
  withPool(product.connection('owner'), (pool) =>
    rotateKeys(pool, product.keysDir, () => undefined),
  );
const masters = () =>
  rowsBehind<{ master: number; keys: number }>(
    product,
    'select master, count(*)::int as keys from data_key group by 1 order by 1',
  );

test('after a rotation the running product reads old cases and protects new ones with the new key', async () => {
  const worker = await product.as('worker');
  const old = await openCase(worker, { title: '换钥匙以前' });
  expect(await rotate()).toEqual({ to: 2, rewrapped: 1, unused: [1] });
  expect(await masters()).toEqual([{ master: 2, keys: 1 }]);
  expect((await readCase(worker, old.id)).title).toBe('换钥匙以前');
  const next = await openCase(worker, { title: '换钥匙以后' });
  expect((await readCase(worker, next.id)).title).toBe('换钥匙以后');
  expect(await masters()).toEqual([{ master: 2, keys: 2 }]);
});

test('a rotation that was cut off goes on with the key that it had made', async () => {
  await addMaster(product.keysDir);
  expect(await rotate()).toMatchObject({ to: 3, rewrapped: 2 });
  expect(await masters()).toEqual([{ master: 3, keys: 2 }]);
  const notes = await rowsBehind<{ facts: object }>(
    product,
    `select facts from audit_entry where action = 'keys.rotate' order by at`,
  );
  expect(notes.map(({ facts }) => facts)).toEqual([
    { to: 2, rewrapped: 1 },
    { to: 3, rewrapped: 2 },
  ]);
});
