import type { StaffView } from '@qzt/contract/org';
import type { PresenceView } from '@qzt/contract/promise';
import type { CaseView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  expectStatus,
  openCase,
  readCase,
  rowsBehind,
  staffByName,
  takeStep,
} from '../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';

let product: TestProduct;
let worker: Client;
let head: Client;
let street: Client;
let leaver: StaffView;
let people: ReadonlyMap<string, StaffView>;
/** A colleague of the leaver, added for these tests. */
let colleague: StaffView;

beforeEach(async () => {
  product = await testProduct();
  [worker, head, street] = (await Promise.all(
    ['worker', 'head', 'street'].map((name) => product.as(name)),
  )) as [Client, Client, Client];
  people = await staffByName(street);
  leaver = people.get('worker')!;
  colleague = expectStatus<StaffView>(
    await street.post('/api/v1/staff', {
      id: uuidv7(),
      orgId: leaver.org.id,
      username: 'colleague',
      password: 'first-password-1',
      name: '许敏',
      leader: false,
      roles: ['worker'],
      serviceLines: [],
    }),
    201,
  );
});
afterEach(() => product.drop());

const leave = (client: Client, body: object, more: object = {}) =>
  client.post(
    `/api/v1/staff/${leaver.id}/leave`,
    { reason: '调到街道工作', ...body },
    { version: leaver.version, ...more },
  );

test('everything open goes to the colleague, each case with its event, and the sign-in ends', async () => {
  const plain = await openCase(worker);
  const referred = await takeStep(
    worker,
    await takeStep(worker, await openCase(worker), 'accept'),
    'refer',
    { to: { kind: 'department', id: people.get('officer')!.org.id } },
  );
  const taken = await openCase(head);
  await takeStep(head, taken, 'assign', { handler: leaver.id, reason: '熟悉条线' });
  const closed = await takeStep(worker, await openCase(worker), 'withdraw');
  expect((await staffByName(head)).get('worker')!.openCases).toBe(3);

  const key = uuidv7();
  const done = await leave(head, { handOverTo: colleague.id }, { key });
  expect(done).toMatchObject({
    status: 201,
    body: { handedOver: 3, staff: { id: leaver.id, openCases: 0, version: leaver.version + 1 } },
  });
  expect((done.body as { staff: StaffView }).staff.leftAt).toBe('2026-11-24T10:00:00+08:00');
  expect((await leave(head, { handOverTo: colleague.id }, { key })).body).toEqual(done.body);

  const me = { id: colleague.id, name: '许敏' };
  expect(await readCase(head, plain.id)).toMatchObject({ firstAsked: me, handler: me, version: 2 });
  expect(await readCase(head, referred.id)).toMatchObject({
    firstAsked: me,
    handler: { kind: 'department' },
    status: 'referred',
  });
  expect(await readCase(head, taken.id)).toMatchObject({
    firstAsked: { id: people.get('head')!.id },
    handler: me,
  });
  expect(await readCase(head, closed.id)).toMatchObject({ version: closed.version });
  const event = (await readCase(head, plain.id)).events.at(-1);
  expect(event).toMatchObject({
    type: 'assign',
    actor: { id: people.get('head')!.id },
    data: { reason: '调到街道工作', names: { firstAsked: me, handler: me } },
  });

  expect(await worker.get('/api/v1/session')).toMatchObject({ status: 401 });
  await expect(product.as('worker')).rejects.toThrow('sign-in-failed');
  const owners = await rowsBehind<{ owner_id: string }>(
    product,
    `select distinct owner_id from promise where state = 'open' and case_id = any ($1)`,
    [[plain.id, referred.id]],
  );
  expect(owners).toEqual([{ owner_id: colleague.id }]);
  const log = await rowsBehind<{ action: string }>(
    product,
    `select action from audit_entry where action in ('case.assign', 'staff.leave') and purpose = '离岗移交'`,
  );
  expect(log.map(({ action }) => action).sort()).toEqual([
    'case.assign',
    'case.assign',
    'case.assign',
    'staff.leave',
  ]);
});

test('a confidential case goes to the head only; an administrator passes it on without ever seeing it', async () => {
  const secret = await openCase(worker, { confidential: true });
  const refused = await leave(street, { handOverTo: colleague.id });
  expect(refused).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'handOverTo', code: 'confidential' }] },
  });
  expect(await readCase(worker, secret.id)).toMatchObject({ version: 1 });
  expect(await street.get(`/api/v1/cases/${secret.id}`)).toMatchObject({ status: 404 });

  expect(await leave(street, { handOverTo: people.get('head')!.id })).toMatchObject({
    status: 201,
    body: { handedOver: 1 },
  });
  expect(await street.get(`/api/v1/cases/${secret.id}`)).toMatchObject({ status: 404 });
  expect(await readCase(head, secret.id)).toMatchObject({
    firstAsked: { id: people.get('head')!.id },
    events: [{}, { type: 'assign', actor: { id: people.get('street')!.id } }],
  });
  const asColleague = await product.as('colleague', 'first-password-1');
  expect(await asColleague.get(`/api/v1/cases/${secret.id}`)).toMatchObject({ status: 404 });
});

test('a confidential case may go to whoever works on it already', async () => {
  const secret = await openCase(worker, { confidential: true });
  await takeStep(head, secret, 'assign', { handler: colleague.id, reason: '熟悉条线' });
  expect(await leave(head, { handOverTo: colleague.id })).toMatchObject({
    status: 201,
    body: { handedOver: 1 },
  });
});

test('nobody leaves with something open and nobody to take it, nor hands it to somebody who is not there', async () => {
  await openCase(worker);
  const wrong = [
    [undefined, 'required'],
    [leaver.id, 'unknown-worker'],
    [people.get('worker2')!.id, 'unknown-worker'],
    [people.get('street')!.id, 'unknown-worker'],
    [uuidv7(), 'unknown-worker'],
  ] as const;
  for (const [handOverTo, code] of wrong)
    expect(await leave(head, handOverTo === undefined ? {} : { handOverTo })).toMatchObject({
      status: 422,
      body: { fields: [{ path: 'handOverTo', code }] },
    });
  expect(await worker.get('/api/v1/session')).toMatchObject({ status: 200 });
});

test('with nothing open nobody need take over; plans for the days to come forget the leaver', async () => {
  const date = '2026-11-25';
  const entry = {
    primary: leaver.id,
    backup: colleague.id,
    away: [{ staff: leaver.id, from: '09:00', to: '10:00' }],
  };
  expectStatus(await head.send('PUT', `/api/v1/presence/${date}`, entry, { version: 0 }), 200);
  const awayOnly = { ...entry, primary: null };
  const next = '/api/v1/presence/2026-11-26';
  expectStatus(await head.send('PUT', next, awayOnly, { version: 0 }), 200);
  expect(await leave(head, {})).toMatchObject({ status: 201, body: { handedOver: 0 } });
  expect(await head.get(next)).toMatchObject({ body: { away: [], version: 2 } });
  const day = expectStatus<PresenceView>(await head.get(`/api/v1/presence/${date}`), 200);
  expect(day).toMatchObject({ primary: null, backup: { id: colleague.id }, away: [], version: 2 });
});

test('only within the own branch, only by whoever may, only from the version that was seen', async () => {
  for (const name of ['head2', 'worker', 'officer', 'auditor']) {
    const { status } = await leave(await product.as(name), { handOverTo: colleague.id });
    expect([403, 404]).toContain(status);
  }
  expect(await leave(head, {}, { version: 7 })).toMatchObject({
    status: 409,
    body: { code: 'version-conflict', current: { version: leaver.version } },
  });
  expect(await worker.get('/api/v1/session')).toMatchObject({ status: 200 });
});

test('what was still open of somebody who has left can be handed over afterwards', async () => {
  const open = await openCase(worker);
  await rowsBehind(product, 'update staff set left_at = now() where id = $1', [leaver.id]);
  expect(await leave(head, { handOverTo: colleague.id })).toMatchObject({
    status: 201,
    body: { handedOver: 1 },
  });
  expect(await readCase(head, open.id)).toMatchObject({ firstAsked: { id: colleague.id } });
  expect(await leave(head, { handOverTo: colleague.id })).toMatchObject({
    status: 201,
    body: { handedOver: 0 },
  });
});

test('colleagues who work on meanwhile stop nothing: all is handed over and no step is lost', async () => {
  const open = await Promise.all(Array.from({ length: 12 }, () => openCase(worker)));
  const step = (seen: CaseView) =>
    head.post(
      `/api/v1/cases/${seen.id}/events`,
      { id: uuidv7(), type: 'note', note: '电话问过' },
      { version: seen.version },
    );
  const [left, ...steps] = await Promise.all([
    leave(head, { handOverTo: colleague.id }),
    ...open.map(step),
  ]);
  expect(left).toMatchObject({ status: 201, body: { handedOver: 12 } });
  for (const [index, answer] of steps.entries()) {
    expect([201, 409]).toContain(answer.status);
    const after = await readCase(head, open[index]!.id);
    expect(after.firstAsked.id).toBe(colleague.id);
    expect(after.events.filter(({ type }) => type === 'note')).toHaveLength(
      answer.status === 201 ? 1 : 0,
    );
    expect(after.events.map(({ seq }) => seq)).toEqual(after.events.map((_, place) => place + 1));
  }
});

test('a case that is reopened for a resident after its worker left goes to the head, who is told', async () => {
  const closed = await takeStep(worker, await openCase(worker), 'withdraw');
  expect(await leave(head, {})).toMatchObject({ status: 201 });
  const asColleague = await product.as('colleague', 'first-password-1');
  const answer = await asColleague.post(
    `/api/v1/cases/${closed.id}/events`,
    { id: uuidv7(), type: 'reopen', note: '又坏了', data: { how: 'phone' } },
    { version: closed.version },
  );
  expect(answer.status).toBe(201);
  const heir = { id: people.get('head')!.id, name: '李建国' };
  const after = await readCase(head, closed.id);
  expect(after).toMatchObject({ firstAsked: heir, handler: heir, status: 'accepted' });
  expect(after.allowedActions).toContain('answer');
  expect((await readCase(asColleague, closed.id)).allowedActions).not.toContain('answer');
  expect(after.events.at(-1)).toMatchObject({
    actor: { id: colleague.id },
    data: {
      names: { firstAsked: heir, handler: heir, left: { id: leaver.id, name: leaver.name } },
    },
  });
  expect(
    await rowsBehind(
      product,
      `select distinct owner_id from promise where state = 'open' and case_id = $1`,
      [closed.id],
    ),
  ).toEqual([{ owner_id: heir.id }]);
  expect(
    await rowsBehind(
      product,
      'select template, recipient_id from message where case_id = $1 and event_id = $2',
      [closed.id, after.events.at(-1)!.id],
    ),
  ).toEqual([{ template: 'reopen', recipient_id: heir.id }]);
});

test('a head who reopens such a case takes it, and gets no message about it', async () => {
  const closed = await takeStep(worker, await openCase(worker), 'withdraw');
  expect(await leave(head, {})).toMatchObject({ status: 201 });
  const answer = await head.post(
    `/api/v1/cases/${closed.id}/events`,
    { id: uuidv7(), type: 'reopen', note: '又坏了' },
    { version: closed.version },
  );
  const heir = { id: people.get('head')!.id };
  expect(answer).toMatchObject({ status: 201, body: { firstAsked: heir, handler: heir } });
  expect(
    await rowsBehind(
      product,
      `select template from message where case_id = $1 and template = 'reopen'`,
      [closed.id],
    ),
  ).toEqual([]);
});
