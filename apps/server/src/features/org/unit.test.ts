import type { OrgNode } from '@qzt/contract/org';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.drop());

const unitsOf = async (client: Client): Promise<OrgNode[]> =>
  expectStatus<{ items: OrgNode[] }>(await client.get('/api/v1/org'), 200).items;

const kinds = (units: readonly OrgNode[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(units, ({ kind }) => kind)].map(([kind, list]) => [kind, list.length]),
  );

const newUnit = (parentId: string, more: object = {}) => ({
  id: uuidv7(),
  parentId,
  kind: 'committee',
  name: '新居委会',
  code: `n-${uuidv7().slice(-8)}`,
  ...more,
});

test('everybody sees the own branch and the offices that its committees may refer to, and nothing else', async () => {
  expect(kinds(await unitsOf(await product.as('worker')))).toEqual({
    committee: 1,
    department: 6,
    centre: 1,
  });
  expect(kinds(await unitsOf(await product.as('officer')))).toEqual({ department: 1 });
  expect(kinds(await unitsOf(await product.as('street')))).toEqual({
    subdistrict: 1,
    committee: 30,
    department: 6,
    centre: 1,
  });
  expect(kinds(await unitsOf(await product.as('district')))).toMatchObject({ district: 1 });
});

test('a new committee stands in the tree at once, once, and is administered at once', async () => {
  const street = await product.as('street');
  const subdistrict = (await unitsOf(street)).find(({ kind }) => kind === 'subdistrict')!;
  const body = newUnit(subdistrict.id);
  const key = uuidv7();
  const made = await street.post('/api/v1/org', body, { key });
  expect(made).toMatchObject({ status: 201, body: { ...body, version: 1 } });
  expect(await street.post('/api/v1/org', body, { key })).toMatchObject({ body: made.body });
  expect(await street.post('/api/v1/org', body)).toMatchObject({
    status: 409,
    body: { code: 'id-exists', current: { version: 1 } },
  });
  expect((await unitsOf(street)).map(({ id }) => id)).toContain(body.id);
  const session = expectStatus<{ committees: { id: string }[] }>(
    await street.get('/api/v1/session'),
    200,
  );
  expect(session.committees.map(({ id }) => id)).toContain(body.id);
});

test('a unit is refused below what has nothing below it, with a code in use, beyond the branch, and by others', async () => {
  const street = await product.as('street');
  const units = await unitsOf(street);
  const subdistrict = units.find(({ kind }) => kind === 'subdistrict')!;
  const committee = units.find(({ kind }) => kind === 'committee')!;
  expect(await street.post('/api/v1/org', newUnit(committee.id))).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'kind', code: 'not-here' }] },
  });
  expect(
    await street.post('/api/v1/org', newUnit(subdistrict.id, { code: committee.code })),
  ).toMatchObject({ status: 422, body: { fields: [{ path: 'code', code: 'taken' }] } });
  expect(await street.post('/api/v1/org', newUnit(subdistrict.parentId!))).toMatchObject({
    status: 404,
  });
  for (const name of ['worker', 'head', 'officer', 'auditor'])
    expect(
      await (await product.as(name)).post('/api/v1/org', newUnit(subdistrict.id)),
    ).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
});

test('the id of a unit beyond the branch tells nothing of it', async () => {
  const district = await product.as('district');
  const top = (await unitsOf(district)).find(({ kind }) => kind === 'district')!;
  const other = newUnit(top.id, { kind: 'subdistrict', name: '邻街道' });
  expectStatus(await district.post('/api/v1/org', other), 201);
  const street = await product.as('street');
  const own = (await unitsOf(street)).find(({ kind }) => kind === 'subdistrict')!;
  expect(await street.post('/api/v1/org', newUnit(own.id, { id: other.id }))).toMatchObject({
    status: 404,
    body: { code: 'not-found' },
  });
});
