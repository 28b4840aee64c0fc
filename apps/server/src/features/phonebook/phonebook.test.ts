import type { PhoneEntry } from '@qzt/contract/phonebook';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus, rowsBehind } from '../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';

let product: TestProduct;
let head: Client;
let worker: Client;
beforeAll(async () => {
  product = await testProduct();
  head = await product.as('head');
  worker = await product.as('worker');
});
afterAll(() => product.drop());

const book = async (client = worker): Promise<PhoneEntry[]> =>
  expectStatus<{ items: PhoneEntry[] }>(await client.get('/api/v1/phonebook'), 200).items;
const add = async (more: object = {}): Promise<PhoneEntry> =>
  expectStatus<PhoneEntry>(
    await head.post('/api/v1/phonebook', {
      id: uuidv7(),
      role: 'buildingLead',
      name: '3号楼 周阿姨',
      phone: '13811112222',
      ...more,
    }),
    201,
  );

test('a book begins with the numbers of the city, each with its standing, and an own one takes its place', async () => {
  const first = await book();
  expect(first.slice(0, 3).map(({ phone }) => phone)).toEqual(['110', '119', '120']);
  expect(first.find(({ role }) => role === 'gas')).toMatchObject({
    shipped: true,
    standing: 'assumed',
  });
  await add({ role: 'gas', name: '燃气站', phone: '021-55550000' });
  expect((await book()).filter(({ role }) => role === 'gas')).toMatchObject([
    { name: '燃气站', phone: '021-55550000', shipped: false, private: false, masked: false },
  ]);
  expect(
    (await book(await product.as('worker2'))).find(({ role }) => role === 'gas'),
  ).toMatchObject({ shipped: true });
});

test('a private number is masked until somebody asks for it, and the log says why', async () => {
  const made = await add();
  expect((await book()).find(({ id }) => id === made.id)).toMatchObject({
    phone: '138****2222',
    masked: true,
    private: true,
  });
  const url = `/api/v1/phonebook/${made.id}/reveal`;
  expect(await worker.post(url, {})).toMatchObject({ status: 422 });
  expect(await worker.post(url, { purpose: '请楼组长看一下楼道' })).toMatchObject({
    status: 200,
    body: { phone: '13811112222', masked: false },
  });
  expect(await (await product.as('worker2')).post(url, { purpose: '好奇' })).toMatchObject({
    status: 404,
  });
  const log = await rowsBehind(
    product,
    "select purpose from audit_entry where action = 'phonebook.reveal' and subject_id = $1",
    [made.id],
  );
  expect(log).toEqual([{ purpose: '请楼组长看一下楼道' }]);
  const kept = JSON.stringify(await rowsBehind(product, 'select * from phonebook_entry'));
  for (const word of ['周阿姨', '13811112222', '2222']) expect(kept).not.toContain(word);
});

test('two heads do not overwrite each other; the number of a private entry stays when it is not given', async () => {
  const made = await add({ name: '5号楼 𠅤伯' });
  const url = `/api/v1/phonebook/${made.id}`;
  const body = { role: 'buildingLead', name: '5号楼 㛃伯', position: 2 };
  const changed = expectStatus<PhoneEntry>(await head.send('PUT', url, body, { version: 1 }), 200);
  expect(changed).toMatchObject({ name: '5号楼 㛃伯', phone: '13811112222', version: 2 });
  expect(await head.send('PUT', url, body, { version: 1 })).toMatchObject({ status: 200 });
  expect(await head.send('PUT', url, { ...body, name: '别的' }, { version: 1 })).toMatchObject({
    status: 409,
    body: { code: 'version-conflict', current: { version: 2 } },
  });
  expect(await worker.send('PUT', url, body, { version: 2 })).toMatchObject({ status: 403 });
  expect(await head.send('PUT', url, { ...body, role: 'wizard' }, { version: 2 })).toMatchObject({
    status: 422,
  });
});

test('what was taken out is gone with its key', async () => {
  const made = await add();
  const url = `/api/v1/phonebook/${made.id}`;
  expect(await head.send('DELETE', url, undefined, { version: 9 })).toMatchObject({ status: 409 });
  expect(await head.send('DELETE', url, undefined, { version: 1 })).toMatchObject({ status: 204 });
  expect((await book()).filter(({ id }) => id === made.id)).toEqual([]);
  const keys = await rowsBehind(
    product,
    `select (select count(*)::int from data_key k where k.id = p.key_id) as kept,
       (select count(*)::int from erased_key e where e.key_id = p.key_id) as erased
     from phonebook_entry p where p.id = $1`,
    [made.id],
  );
  expect(keys).toEqual([{ kept: 0, erased: 1 }]);
});
