import type { CatalogueFile, ImportPreview } from '@qzt/contract/catalogue';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectStatus, rowsBehind } from '../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';

const FILE = '/api/v1/catalogue/file';

let product: TestProduct;
let street: Client;
beforeEach(async () => {
  product = await testProduct('2026-11-24T10:00:00+08:00');
  street = await product.as('street');
});
afterEach(() => product.drop());

const exported = async (): Promise<CatalogueFile> =>
  expectStatus<CatalogueFile>(await street.get(FILE), 200);
const preview = async (file: object): Promise<ImportPreview> =>
  expectStatus<ImportPreview>(await street.post(`${FILE}/preview`, { file }), 200);
const send = (file: object, seen: string, more: object = {}) =>
  street.post(FILE, { file, seen, from: '2026-11-25', reason: '区里统一修订', ...more });

const versions = async (): Promise<number> =>
  (await rowsBehind(product, 'select 1 from service_item_version')).length;

type Item = CatalogueFile['items'][number];
const withItem = (file: CatalogueFile, code: string, change: (item: Item) => Item) => ({
  ...file,
  items: file.items.map((item) => (item.code === code ? change(item) : item)),
});

test('what was exported says nothing new when it comes back', async () => {
  const file = await exported();
  expect(file.items).toHaveLength(102);
  const { seen, items } = await preview(file);
  expect(new Set(items.map(({ way }) => way))).toEqual(new Set(['same']));
  expect(await send(file, seen)).toMatchObject({ status: 422, body: { code: 'invalid-input' } });
  expect(await versions()).toBe(102);
});

test('a file is read for its differences first, then stored as a whole; what it claims of standing is not believed', async () => {
  const file = await exported();
  const [first] = file.items;
  const changed = {
    ...withItem(file, 'BJM-023', (item) => ({
      ...item,
      limitWorkingDays: 3,
      standing: 'official-local',
      confirmed: { by: '某人', on: '2026-01-01', basis: '随便' },
    })),
  };
  const items = [
    ...changed.items.filter(({ code }) => code !== 'LJL-041'),
    { ...first!, code: 'BJM-062', name: '新事项', standing: 'official-national' },
  ].map((item) => (item.code === 'LJL-040' ? { ...item, withdrawn: true } : item));
  const whole = { ...changed, items };
  const seen = await preview(whole);
  expect(await versions()).toBe(102);
  const told = new Map(seen.items.map((line) => [line.code, line]));
  expect(told.get('BJM-023')).toMatchObject({
    way: 'changed',
    standing: 'attested',
    changes: [{ part: 'limit' }],
  });
  expect(told.get('BJM-062')).toMatchObject({ way: 'new', standing: 'reconstructed' });
  expect(told.get('LJL-040')).toMatchObject({ way: 'withdrawn', changes: [] });
  expect(told.get('LJL-041')).toMatchObject({ way: 'left' });
  expect(told.get('BJM-001')).toMatchObject({ way: 'same' });

  expect(expectStatus<ImportPreview>(await send(whole, seen.seen), 201)).toEqual(seen);
  expect(await versions()).toBe(105);
  product.clock.set('2026-11-25T09:00:00+08:00');
  const worker = await product.as('worker');
  expect(await worker.get('/api/v1/service-items/BJM-023')).toMatchObject({
    status: 200,
    body: { version: 2, limitWorkingDays: 3, limitOfficial: false },
  });
  expect(await worker.get('/api/v1/service-items/BJM-062')).toMatchObject({ status: 200 });
  expect(await worker.get('/api/v1/service-items/LJL-040')).toMatchObject({ status: 404 });
});

test('who read the differences of another catalogue is told so, and nothing is stored', async () => {
  const file = withItem(await exported(), 'BJM-023', (item) => ({ ...item, limitWorkingDays: 3 }));
  const { seen } = await preview(file);
  expectStatus(
    await street.post(
      '/api/v1/catalogue/items/BJM-001/withdraw',
      { from: '2026-11-24', reason: '停' },
      { version: 1 },
    ),
    201,
  );
  expect(await send(file, seen)).toMatchObject({ status: 409, body: { code: 'version-conflict' } });
  expect(await versions()).toBe(103);
});

test('one wrong item, and nothing of the file is stored', async () => {
  const file = await exported();
  const { seen } = await preview(file);
  const bad = (change: (item: Item) => object) => ({
    ...file,
    items: file.items.map((item, index) =>
      index === 50 ? change(item) : { ...item, limitWorkingDays: 7 },
    ),
  });
  for (const [path, wrong] of [
    ['file.items.50.limitWorkingDays', bad((item) => ({ ...item, limitWorkingDays: -1 }))],
    ['file.items.50.route', bad((item) => ({ ...item, route: 'elsewhere' }))],
    ['file.items.50.code', bad((item) => ({ ...item, code: 'BJM-001' }))],
    ['file.items.50.kind', bad((item) => ({ ...item, kind: 'doorstep' }))],
    ['file.format', { ...file, format: 'other' }],
  ] as const)
    for (const answer of [
      await street.post(`${FILE}/preview`, { file: wrong }),
      await send(wrong, seen),
    ]) {
      expect(answer.status).toBe(422);
      expect((answer.body as { fields: { path: string }[] }).fields[0]!.path).toBe(path);
    }
  expect(await versions()).toBe(102);
});

test('only the maintainer brings a file in', async () => {
  const file = await exported();
  const worker = await product.as('worker');
  expect(await worker.post(`${FILE}/preview`, { file })).toMatchObject({ status: 403 });
  expect(await (await product.as('assessor')).get(FILE)).toMatchObject({ status: 403 });
});
