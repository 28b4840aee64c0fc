import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectStatus, openCase, readCase, staffByName } from '../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';

const TODAY = '2026-11-24';

let product: TestProduct;
let head: Client;
let street: Client;
let ids: { own: string; other: string; street: string; office: string };
beforeEach(async () => {
  product = await testProduct();
  head = await product.as('head');
  street = await product.as('street');
  const people = await staffByName(street);
  const org = (name: string) => people.get(name)!.org.id;
  ids = {
    own: org('worker'),
    other: org('worker2'),
    street: org('street'),
    office: org('officer'),
  };
});
afterEach(() => product.drop());

const week = (to: string) =>
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to, byAppointment: false }));
const set = (client: Client, committeeId: string, more: object = {}) =>
  client.send('PUT', '/api/v1/opening-hours', {
    committeeId,
    validFrom: TODAY,
    bands: week('16:00'),
    ...more,
  });
const hoursOf = async (client: Client, query = '') =>
  expectStatus<{ items: { validFrom: string; where: string; standing: string }[] }>(
    await client.get(`/api/v1/opening-hours${query}`),
    200,
  ).items;

test('a committee’s own hours move its due times within seconds, and nobody else’s', async () => {
  const mine = await openCase(await product.as('worker'));
  const neighbour = await product.as('worker2');
  const theirs = await openCase(neighbour);
  expect(mine).toMatchObject({ dueAt: '2026-11-25T17:30:00+08:00' });
  expect(await set(head, ids.own)).toMatchObject({ status: 204 });
  expect(await readCase(head, mine.id)).toMatchObject({ dueAt: mine.dueAt });
  expect(await product.recount()).toBe(1);
  expect(await readCase(head, mine.id)).toMatchObject({
    dueAt: '2026-11-25T16:00:00+08:00',
    version: 2,
  });
  expect(await readCase(neighbour, theirs.id)).toEqual(theirs);

  expect(await set(street, ids.street, { bands: week('18:00') })).toMatchObject({ status: 204 });
  expect(await product.recount()).toBe(1);
  expect(await readCase(neighbour, theirs.id)).toMatchObject({
    dueAt: '2026-11-25T18:00:00+08:00',
    version: 2,
  });
  expect(await readCase(head, mine.id)).toMatchObject({ version: 2 });
});

test('changes that wait together are counted together, each as far as it reaches', async () => {
  const mine = await openCase(await product.as('worker'));
  const neighbour = await product.as('worker2');
  const theirs = await openCase(neighbour);
  const entry = {
    known: true,
    basis: '市通知',
    days: [{ date: '2026-11-25', kind: 'holiday', name: '演练' }],
  };
  expect(await set(head, ids.own)).toMatchObject({ status: 204 });
  const year = await street.send('PUT', '/api/v1/calendar/2026', entry, { version: 1 });
  expect(year).toMatchObject({ status: 200 });
  expect(await set(head, ids.own)).toMatchObject({ status: 204 });
  expect(await product.recount()).toBe(2);
  expect(await readCase(head, mine.id)).toMatchObject({ dueAt: '2026-11-26T16:00:00+08:00' });
  expect(await readCase(neighbour, theirs.id)).toMatchObject({
    dueAt: '2026-11-26T17:30:00+08:00',
  });
});

test('hours set for later leave the days before as they were', async () => {
  expect(await set(head, ids.own, { validFrom: '2026-12-01' })).toMatchObject({ status: 204 });
  const worker = await product.as('worker');
  expect(await openCase(worker)).toMatchObject({ dueAt: '2026-11-25T17:30:00+08:00' });
  expect(await hoursOf(worker)).toMatchObject([
    { validFrom: '2000-01-01', standing: 'elsewhere' },
    { validFrom: '2026-12-01', standing: 'assumed', where: '林云居委会' },
  ]);
  product.clock.set('2026-12-01T10:00:00+08:00');
  const later = await product.as('worker');
  expect(await openCase(later)).toMatchObject({ dueAt: '2026-12-02T16:00:00+08:00' });
  expect(await hoursOf(later)).toMatchObject([{ validFrom: '2026-12-01' }]);
});

test('a head for the own committee, a subdistrict for its own, and nobody beyond', async () => {
  expect(await set(head, ids.other)).toMatchObject({ status: 404 });
  expect(await set(head, ids.street)).toMatchObject({ status: 404 });
  expect(await set(street, ids.other)).toMatchObject({ status: 204 });
  expect(await set(street, ids.office)).toMatchObject({ status: 404 });
  for (const name of ['worker', 'officer', 'district', 'auditor'])
    expect(await set(await product.as(name), ids.own)).toMatchObject({ status: 403 });
  expect(await head.get(`/api/v1/opening-hours?committeeId=${ids.other}`)).toMatchObject({
    status: 404,
  });
  expect(await hoursOf(street, `?committeeId=${ids.own}`)).toHaveLength(1);
  expect(await hoursOf(await product.as('officer'))).toHaveLength(1);
});

const friday = (from: string, to: string, byAppointment = false) => ({
  weekday: 5,
  from,
  to,
  byAppointment,
});
test.each([
  ['validFrom', 'in-the-past', { validFrom: '2026-11-23' }],
  ['bands.0.to', 'too-early', { bands: [friday('12:00', '09:00')] }],
  ['bands.1.from', 'overlaps', { bands: [friday('09:00', '12:00'), friday('11:00', '13:00')] }],
  ['bands', 'no-open-hours', { bands: [friday('17:30', '20:00', true)] }],
  ['bands', 'too-small', { bands: [] }],
  ['bands.0.to', 'invalid-format', { bands: [friday('09:00', '24:00')] }],
])('hours are refused at %s (%s)', async (path, code, more) => {
  expect(await set(head, ids.own, more)).toMatchObject({
    status: 422,
    body: { code: 'invalid-input', fields: [{ path, code }] },
  });
});
