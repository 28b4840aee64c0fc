import type { PresenceView } from '@qzt/contract/promise';
import type { CaseLine } from '@qzt/contract/reception';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectStatus, openCase, readCase, staffByName, takeStep } from '../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';

const TODAY = '2026-11-24';

let product: TestProduct;
let head: Client;
let worker: Client;
let ids: { worker: string; head: string; worker2: string; third: string };

beforeAll(async () => {
  product = await testProduct();
  head = await product.as('head');
  worker = await product.as('worker');
  const street = await product.as('street');
  const people = await staffByName(street);
  const third = '0197b0de-0000-7000-8000-000000000003';
  const id = (name: string) => people.get(name)!.id;
  expectStatus(
    await street.post('/api/v1/staff', {
      id: third,
      orgId: people.get('worker')!.org.id,
      username: 'third',
      password: 'first-password-1',
      name: '许敏',
      leader: false,
      roles: ['worker'],
      serviceLines: [],
    }),
    201,
  );
  ids = { worker: id('worker'), head: id('head'), worker2: id('worker2'), third };
});
afterAll(() => product.drop());
beforeEach(() => product.clock.set('2026-11-24T10:00:00+08:00'));

const send = (client: Client, date: string, body: object, version?: number) =>
  client.send(
    'PUT',
    `/api/v1/presence/${date}`,
    { primary: null, backup: null, away: [], ...body },
    { key: null, ...(version === undefined ? {} : { version }) },
  );
const get = async (client: Client, date: string): Promise<PresenceView> =>
  expectStatus<PresenceView>(await client.get(`/api/v1/presence/${date}`), 200);

/** Enters a line from the state that is there now. */
const put = async (client: Client, date: string, body: object) => {
  const { body: day } = await client.get(`/api/v1/presence/${date}`);
  return send(client, date, body, (day as Partial<PresenceView>).version ?? 0);
};
const conflict = (version: number) => ({
  status: 409,
  body: { code: 'version-conflict', current: { version } },
});

test('the head enters a line, everybody of the committee reads it, a neighbour reads its own', async () => {
  const date = '2026-12-01';
  expect(await get(worker, date)).toEqual({
    date,
    primary: null,
    backup: null,
    away: [],
    version: 0,
  });
  const away = [{ staff: ids.third, from: '13:30', to: '17:30' }];
  const set = await put(head, date, { primary: ids.worker, backup: ids.head, away });
  const expected = {
    date,
    primary: { id: ids.worker, name: '孙晓梅' },
    backup: { id: ids.head, name: '李建国' },
    away: [{ staff: { id: ids.third, name: '许敏' }, from: '13:30', to: '17:30' }],
    version: 1,
  };
  expect(set).toMatchObject({ status: 200, body: expected });
  expect(await get(worker, date)).toEqual(expected);
  expect(await get(await product.as('worker2'), date)).toMatchObject({ primary: null, version: 0 });
  expect(await put(head, date, { primary: ids.third })).toMatchObject({
    body: { primary: { id: ids.third }, backup: null, away: [], version: 2 },
  });
});

test('only a head enters it, only for today or later, only with people of the committee', async () => {
  for (const name of ['worker', 'street', 'officer'])
    expect(await put(await product.as(name), TODAY, {})).toMatchObject({ status: 403 });
  expect(await put(head, '2026-11-23', {})).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'date', code: 'in-the-past' }] },
  });
  expect(await put(head, '2026-02-30', {})).toMatchObject({ status: 404 });
  expect(await put(head, TODAY, { primary: ids.worker2 })).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'primary', code: 'unknown-worker' }] },
  });
  const back = [{ staff: ids.worker, from: '12:00', to: '09:00' }];
  expect(await put(head, TODAY, { away: back })).toMatchObject({ status: 422 });
});

test('while the worker first asked is away the backup stands in, and no longer', async () => {
  const seen = await openCase(worker);
  const secret = await openCase(worker, { confidential: true });
  expect(seen.standIn).toBeUndefined();
  const away = [{ staff: ids.worker, from: '10:00', to: '11:00' }];
  expectStatus(await put(head, TODAY, { primary: ids.third, backup: ids.head, away }), 200);

  const standIn = { id: ids.head, name: '李建国' };
  expect(await readCase(head, seen.id)).toMatchObject({ standIn });
  expect(await takeStep(worker, seen, 'accept')).toMatchObject({ standIn });
  expect(await openCase(worker)).toMatchObject({ standIn });
  const { items } = expectStatus<{ items: CaseLine[] }>(await head.get('/api/v1/cases'), 200);
  expect(items.find(({ id }) => id === seen.id)).toMatchObject({ standIn });
  expect((await readCase(head, secret.id)).standIn).toBeUndefined();

  product.clock.set('2026-11-24T11:00:00+08:00');
  expect((await readCase(head, seen.id)).standIn).toBeUndefined();
});

test('where the backup is away too the primary stands in, and where both are nobody', async () => {
  const seen = await openCase(worker);
  const away = [ids.worker, ids.head].map((staff) => ({ staff, from: '10:00', to: '11:00' }));
  expectStatus(await put(head, TODAY, { primary: ids.third, backup: ids.head, away }), 200);
  expect(await readCase(head, seen.id)).toMatchObject({ standIn: { id: ids.third } });
  expectStatus(await put(head, TODAY, { primary: ids.worker, backup: ids.head, away }), 200);
  expect((await readCase(head, seen.id)).standIn).toBeUndefined();
});

test('who saw an older state is told the current version, and nothing is overwritten', async () => {
  const date = '2026-12-02';
  const mine = { primary: ids.worker, backup: ids.head };
  const away = [{ staff: ids.worker, from: '09:00', to: '10:00' }];
  expect(await send(head, date, mine)).toMatchObject({
    status: 428,
    body: { code: 'version-required' },
  });
  expect(await send(head, date, mine, 3)).toMatchObject(conflict(0));
  expect(await send(head, date, mine, 0)).toMatchObject({ status: 200, body: { version: 1 } });
  const stood = await get(head, date);
  for (const version of [0, 2, 99])
    for (const other of [{ primary: ids.third }, { ...mine, away }, {}])
      expect(await send(head, date, other, version)).toMatchObject(conflict(1));
  expect(await get(head, date)).toEqual(stood);
  expect(await send(head, date, { primary: ids.third }, 1)).toMatchObject({ body: { version: 2 } });
});

test('a request that comes again changes nothing and is no conflict', async () => {
  const date = '2026-12-03';
  const away = [
    { staff: ids.third, from: '13:30', to: '15:00' },
    { staff: ids.worker, from: '09:00', to: '10:00' },
    { staff: ids.head, from: '09:00', to: '10:00' },
  ];
  const entry = { primary: ids.worker, backup: ids.head, away };
  const first = await send(head, date, entry, 0);
  expect(first).toMatchObject({ status: 200, body: { version: 1 } });
  expect(first.body).toEqual(await get(head, date));
  const again = await send(head, date, { ...entry, away: away.toReversed() }, 0);
  expect(again).toMatchObject({ status: 200, body: first.body as object });
});

test.each([0, 1])(
  'of lines sent at once from version %i one wins, the others are told',
  async (version) => {
    const date = version === 0 ? '2026-12-04' : '2026-12-05';
    if (version === 1) expectStatus(await send(head, date, {}, 0), 200);
    const primaries = [ids.worker, ids.head, ids.third];
    const answers = await Promise.all(
      primaries.map((primary) => send(head, date, { primary }, version)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const won = answers.find(({ status }) => status === 200);
    expect(won?.body).toEqual(await get(head, date));
    for (const lost of answers.filter(({ status }) => status === 409))
      expect(lost).toMatchObject(conflict(version + 1));
  },
);
