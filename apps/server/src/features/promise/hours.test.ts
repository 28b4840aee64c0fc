import type { HoursView } from '@qzt/contract/promise';
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
const send = (client: Client, committeeId: string, more: object = {}, version?: number) =>
  client.send(
    'PUT',
    '/api/v1/opening-hours',
    { committeeId, validFrom: TODAY, bands: week('16:00'), ...more },
    { key: null, ...(version === undefined ? {} : { version }) },
  );
const read = async (client: Client, committeeId: string): Promise<HoursView> =>
  expectStatus<HoursView>(
    await client.get(`/api/v1/opening-hours?committeeId=${committeeId}`),
    200,
  );

/** Sets hours from the state that is there now. */
const set = async (client: Client, committeeId: string, more: object = {}) => {
  const { body } = await client.get(`/api/v1/opening-hours?committeeId=${committeeId}`);
  return send(client, committeeId, more, (body as Partial<HoursView>).version ?? 0);
};
const hoursOf = async (client: Client, query = '') =>
  expectStatus<HoursView>(await client.get(`/api/v1/opening-hours${query}`), 200).items;

test('a committee’s own hours move its due times within seconds, and nobody else’s', async () => {
  const mine = await openCase(await product.as('worker'));
  const neighbour = await product.as('worker2');
  const theirs = await openCase(neighbour);
  expect(mine).toMatchObject({ dueAt: '2026-11-25T17:30:00+08:00' });
  expect(await set(head, ids.own)).toMatchObject({ status: 200 });
  expect(await readCase(head, mine.id)).toMatchObject({ dueAt: mine.dueAt });
  expect(await product.recount()).toBe(1);
  expect(await readCase(head, mine.id)).toMatchObject({
    dueAt: '2026-11-25T16:00:00+08:00',
    version: 2,
  });
  expect(await readCase(neighbour, theirs.id)).toEqual(theirs);

  expect(await set(street, ids.street, { bands: week('18:00') })).toMatchObject({ status: 200 });
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
  expect(await set(head, ids.own)).toMatchObject({ status: 200 });
  const year = await street.send('PUT', '/api/v1/calendar/2026', entry, { version: 1 });
  expect(year).toMatchObject({ status: 200 });
  expect(await set(head, ids.own)).toMatchObject({ status: 200 });
  expect(await product.recount()).toBe(2);
  expect(await readCase(head, mine.id)).toMatchObject({ dueAt: '2026-11-26T16:00:00+08:00' });
  expect(await readCase(neighbour, theirs.id)).toMatchObject({
    dueAt: '2026-11-26T17:30:00+08:00',
  });
});

test('hours set for later leave the days before as they were', async () => {
  expect(await set(head, ids.own, { validFrom: '2026-12-01' })).toMatchObject({ status: 200 });
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
  expect(await set(street, ids.other)).toMatchObject({ status: 200 });
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

const conflict = (version: number) => ({
  status: 409,
  body: { code: 'version-conflict', current: { version } },
});

test('the answer is the state after it, and the version counts the changes to the own hours', async () => {
  expect(await read(head, ids.own)).toMatchObject({
    version: 0,
    items: [{ validFrom: '2000-01-01' }],
  });
  expect(await read(street, ids.street)).toMatchObject({ version: 1 });
  const later = await send(head, ids.own, { validFrom: '2026-12-01' }, 0);
  expect(later).toMatchObject({ status: 200, body: { version: 1 } });
  expect(later.body).toEqual(await read(head, ids.own));
  const now = await send(head, ids.own, {}, 1);
  expect(now).toMatchObject({
    body: { version: 2, items: [{ validFrom: TODAY }, { validFrom: '2026-12-01' }] },
  });
  expect(now.body).toEqual(await read(head, ids.own));
  const changed = await send(head, ids.own, { bands: week('15:00') }, 2);
  expect(changed).toMatchObject({ body: { version: 3, items: [{ bands: week('15:00') }, {}] } });
  expect(changed.body).toEqual(await read(head, ids.own));
  expect(await read(street, ids.street)).toMatchObject({ version: 1 });
});

test('who saw an older state is told the current version, and nothing is overwritten', async () => {
  expect(await send(head, ids.own)).toMatchObject({
    status: 428,
    body: { code: 'version-required' },
  });
  expect(await send(head, ids.own, {}, 1)).toMatchObject(conflict(0));
  expect(await send(head, ids.own, {}, 0)).toMatchObject({ status: 200 });
  const stood = await read(head, ids.own);
  for (const version of [0, 2, 99])
    for (const other of [{ bands: week('17:00') }, { validFrom: '2026-12-01' }])
      expect(await send(street, ids.own, other, version)).toMatchObject(conflict(1));
  expect(await read(head, ids.own)).toEqual(stood);
});

test('a request that comes again changes nothing and is no conflict', async () => {
  const first = await send(head, ids.own, {}, 0);
  expect(first).toMatchObject({ status: 200, body: { version: 1 } });
  const again = await send(head, ids.own, { bands: week('16:00').toReversed() }, 0);
  expect(again).toMatchObject({ status: 200, body: first.body as object });
});

test.each(['the same day', 'different days'])(
  'of hours sent at once for %s one wins, the others are told',
  async (what) => {
    const answers = await Promise.all(
      ['15:00', '16:00', '17:00'].map((to, index) =>
        send(
          index === 0 ? head : street,
          ids.own,
          {
            bands: week(to),
            validFrom: what === 'the same day' ? '2026-12-01' : `2026-12-0${index + 1}`,
          },
          0,
        ),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const won = answers.find(({ status }) => status === 200);
    expect(won?.body).toEqual(await read(head, ids.own));
    for (const lost of answers.filter(({ status }) => status === 409))
      expect(lost).toMatchObject(conflict(1));
  },
);
