import type { CalendarYearView } from '@qzt/contract/promise';
import type { CaseView } from '@qzt/contract/reception';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectStatus, openCase, readCase, rowsBehind, takeStep } from '../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';

let product: TestProduct;
let street: Client;
beforeEach(async () => {
  // A Monday before New Year: fifteen working days from here reach into a year that nobody knows yet.
  product = await testProduct('2026-12-21T10:00:00+08:00');
  street = await product.as('street');
});
afterEach(() => product.drop());

const NEW_YEAR = { date: '2027-01-01', kind: 'holiday', name: '元旦' };

const send = (client: Client, year: number, body: object, version?: number) =>
  client.send(
    'PUT',
    `/api/v1/calendar/${year}`,
    { known: true, basis: '国务院通知', ...body },
    { key: null, ...(version === undefined ? {} : { version }) },
  );
const read = async (year: number): Promise<CalendarYearView> =>
  expectStatus<CalendarYearView>(await street.get(`/api/v1/calendar/${year}`), 200);
/** Sets a year from the state that is there now. */
const setYear = async (client: Client, year: number, body: object) =>
  send(client, year, body, (await read(year)).version);
const know2027 = async (days: object[] = [NEW_YEAR]) =>
  expectStatus(await setYear(street, 2027, { days }), 200);

const accepted = async (client: Client, more: object = {}): Promise<CaseView> =>
  takeStep(client, await openCase(client, more), 'accept');

test('a year becomes known: the estimates of every committee become dates, and nothing else moves', async () => {
  const worker = await product.as('worker');
  const neighbour = await product.as('worker2');
  const open = await accepted(worker);
  const there = await accepted(neighbour);
  const secret = await accepted(worker, { confidential: true });
  const near = await openCase(worker);
  const closed = await takeStep(worker, await accepted(worker), 'withdraw');
  const sent = await takeStep(worker, await accepted(worker), 'dispatch', {
    provider: { name: '老王修锁', phone: '13800000009' },
  });
  expect(open).toMatchObject({ dueAt: '2027-01-11T17:30:00+08:00' });
  expect(open.flags).toContain('calendar-unknown');

  await know2027();
  expect(await readCase(worker, open.id)).toEqual(open);
  expect(await product.recount()).toBe(4);
  for (const [client, before] of [
    [worker, open],
    [neighbour, there],
    [worker, secret],
    [worker, sent],
  ] as const) {
    const after = await readCase(client, before.id);
    expect(after).toMatchObject({
      dueAt: '2027-01-12T17:30:00+08:00',
      version: before.version + 1,
    });
    expect(after.flags).not.toContain('calendar-unknown');
    expect(after.handler).toEqual(before.handler);
    expect(after.events).toEqual(before.events);
  }
  expect(await readCase(worker, near.id)).toEqual(near);
  expect(await readCase(worker, closed.id)).toEqual(closed);

  const [promise] = await rowsBehind<{ due: string; version: number }>(
    product,
    `select to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as due, version
     from promise where case_id = $1 and state = 'open'`,
    [open.id],
  );
  expect(promise).toMatchObject({ due: '2027-01-12 17:30' });
  const log = await rowsBehind<{ owner_org_id: string; subject_id: string }>(
    product,
    `select owner_org_id, subject_id from audit_entry where action = 'case.recount'`,
  );
  expect(new Set(log.map(({ subject_id }) => subject_id))).toEqual(
    new Set([open.id, there.id, secret.id, sent.id]),
  );
  expect(new Set(log.map(({ owner_org_id }) => owner_org_id))).toEqual(
    new Set([open.committeeId, there.committeeId]),
  );

  await know2027();
  expect(await product.recount()).toBe(0);
  expect(await readCase(worker, open.id)).toMatchObject({ version: open.version + 1 });
});

test('while the resident owes materials, and after an answer, what waits is counted anew too', async () => {
  const worker = await product.as('worker');
  const waits = await takeStep(worker, await accepted(worker), 'ask-materials', {
    materials: [{ name: '身份证', copies: 1 }],
    why: '核对',
  });
  product.clock.set('2026-12-29T10:00:00+08:00');
  const later = await product.as('worker');
  const answered = await takeStep(later, await accepted(later), 'answer', { answer: '已办好' });
  const silence = () =>
    rowsBehind<{ due: string }>(
      product,
      `select to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as due from promise
       where case_id = $1 and kind = 'silence' and state = 'open'`,
      [answered.id],
    );
  expect(await silence()).toEqual([{ due: '2027-01-05' }]);
  street = await product.as('street');
  await know2027();
  await product.recount();
  expect(await silence()).toEqual([{ due: '2027-01-06' }]);
  expect(await readCase(later, waits.id)).toMatchObject({
    dueKind: 'resident',
    dueAt: '2027-01-12T17:30:00+08:00',
    paused: waits.paused,
  });
});

test('more cases than one batch holds are all counted, and a count that was cut off is finished', async () => {
  const worker = await product.as('worker');
  const first = await openCase(worker);
  for (let made = 1; made < 55; made += 1) await openCase(worker);
  expect(first).toMatchObject({ dueAt: '2026-12-22T17:30:00+08:00' });
  // As a server leaves it that dies between the change and the count.
  await rowsBehind(
    product,
    `with day as (insert into calendar_day (date, kind, name, standing) values ('2026-12-22', 'holiday', '演练', 'assumed'))
     insert into installation (name, value) values ('recount', '{"wanted": 1, "counted": 0, "done": 0, "at": "2026-12-21T09:00:00+08:00", "orgs": null}')`,
  );
  expect(await product.recount()).toBe(55);
  expect(await readCase(worker, first.id)).toMatchObject({ dueAt: '2026-12-23T17:30:00+08:00' });
  expect(await product.recount()).toBe(0);
});

test('a case that another process stores with the calendar of before is counted too', async () => {
  const worker = await product.as('worker');
  const open = await accepted(worker);
  const row = 'select state::text, due_at from case_file where id = $1';
  const [before] = await rowsBehind<{ state: string; due_at: Date }>(product, row, [open.id]);
  const putBack = () =>
    rowsBehind(product, 'update case_file set state = $2, due_at = $3 where id = $1', [
      open.id,
      before!.state,
      before!.due_at,
    ]);
  await know2027();
  expect(await product.recount()).toBe(1);
  // As a transaction leaves it that began before the change and ends after the count.
  await putBack();
  expect(await product.recount()).toBe(0);
  // By now nobody can hold the calendar of before any longer.
  product.clock.set('2026-12-21T10:10:00+08:00');
  expect(await product.recount()).toBe(1);
  expect(await readCase(await product.as('worker'), open.id)).toMatchObject({
    dueAt: '2027-01-12T17:30:00+08:00',
  });
  await putBack();
  expect(await product.recount()).toBe(0);
});

test('a year is replaced as a whole; a day that stays keeps its standing, an entered one claims none', async () => {
  const before = await read(2026);
  expect(before).toMatchObject({ known: true, version: 1 });
  const [kept] = before.days;
  const days = [
    { date: kept!.date, kind: kept!.kind, name: kept!.name },
    { date: '2026-11-28', kind: 'makeUpWorkday', name: '调休' },
  ];
  const set = await setYear(street, 2026, { days });
  expect(set.status).toBe(200);
  expect(set.body).toEqual(await read(2026));
  expect(set.body).toEqual({
    year: 2026,
    known: true,
    basis: '国务院通知',
    days: [kept, { ...days[1], standing: 'assumed', version: 1 }],
    version: 2,
  });
  expect(await street.get('/api/v1/calendar/2028')).toMatchObject({
    body: { year: 2028, known: false, days: [], version: 0 },
  });
});

const conflict = (version: number) => ({
  status: 409,
  body: { code: 'version-conflict', current: { version } },
});

test('who saw an older year is told the current version, and nothing is overwritten', async () => {
  const days = [NEW_YEAR];
  expect(await send(street, 2027, { days })).toMatchObject({
    status: 428,
    body: { code: 'version-required' },
  });
  expect(await send(street, 2027, { days }, 1)).toMatchObject(conflict(0));
  expect(await send(street, 2027, { days }, 0)).toMatchObject({ status: 200 });
  const stood = await read(2027);
  const renamed = [{ ...NEW_YEAR, name: '新年' }];
  for (const other of [{ days: renamed }, { days, known: false }, { days, basis: '市通知' }])
    for (const version of [0, 2])
      expect(await send(street, 2027, other, version)).toMatchObject(conflict(1));
  expect(await read(2027)).toEqual(stood);
  expect(await send(street, 2027, { days: renamed }, 1)).toMatchObject({
    status: 200,
    body: { version: 2, days: [{ name: '新年', version: 2 }] },
  });
});

test('a year that is sent again changes nothing and is no conflict', async () => {
  const days = [{ date: '2027-01-02', kind: 'holiday', name: '元旦' }, NEW_YEAR];
  const first = await send(street, 2027, { days }, 0);
  expect(first).toMatchObject({ status: 200, body: { version: 1 } });
  const again = await send(street, 2027, { days: days.toReversed() }, 0);
  expect(again).toMatchObject({ status: 200, body: first.body as object });
});

test.each([2026, 2027])(
  'of changes of %i sent at once one wins, the others are told',
  async (year) => {
    const { version } = await read(year);
    const answers = await Promise.all(
      ['甲', '乙', '丙'].map((name) =>
        send(street, year, { days: [{ date: `${year}-01-01`, kind: 'holiday', name }] }, version),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const won = answers.find(({ status }) => status === 200);
    expect(won?.body).toEqual(await read(year));
    for (const lost of answers.filter(({ status }) => status === 409))
      expect(lost).toMatchObject(conflict(version + 1));
  },
);

test.each([
  ['days.0.date', 'other-year', { days: [{ ...NEW_YEAR, date: '2026-12-31' }] }],
  ['days.1.date', 'twice', { days: [NEW_YEAR, NEW_YEAR] }],
  [
    'days.1.date',
    'not-a-weekend',
    { days: [NEW_YEAR, { date: '2027-01-04', kind: 'makeUpWorkday', name: '调休' }] },
  ],
  ['days', 'no-holidays', { days: [] }],
  ['basis', 'too-small', { days: [NEW_YEAR], basis: ' ' }],
  ['days.0.date', 'invalid-format', { days: [{ ...NEW_YEAR, date: '2027-02-29' }] }],
])('a year is refused at %s (%s)', async (path, code, body) => {
  expect(await setYear(street, 2027, body)).toMatchObject({
    status: 422,
    body: { code: 'invalid-input', fields: [{ path, code }] },
  });
});

test('only administrators change the calendar, everybody reads it', async () => {
  for (const name of ['worker', 'head', 'officer', 'auditor']) {
    const client = await product.as(name);
    expect(await setYear(client, 2027, { days: [NEW_YEAR] })).toMatchObject({ status: 403 });
    expect(await client.get('/api/v1/calendar/2026')).toMatchObject({ status: 200 });
  }
});
