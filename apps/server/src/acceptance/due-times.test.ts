import type { CaseView } from '@qzt/contract/reception';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestProduct, testProduct } from '../testing/product.ts';
import { holdStatesAgainstEvents } from './testing/derived.ts';
import { open, read, type Step, walk } from './testing/desk.ts';
import { type Owner, ownerOf } from './testing/owner.ts';

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

/** Something done by the worker at a time, as local clock of 2026 or later. */
async function when(local: string, act: () => Promise<CaseView>): Promise<CaseView> {
  product.clock.set(`${local}:00+08:00`);
  return act();
}

const opened = (local: string, more: object = {}): Promise<CaseView> =>
  when(local, async () => open(await product.as('worker'), more));
const stepped = (local: string, view: CaseView, ...steps: Step[]): Promise<CaseView> =>
  when(local, async () => walk(await product.as('worker'), view, ...steps));
const ordered = (local: string, view: CaseView, ...steps: Step[]): Promise<CaseView> =>
  when(local, async () => walk(await product.as('head'), view, ...steps));
const seen = (local: string, view: CaseView): Promise<CaseView> =>
  when(local, async () => read(await product.as('worker'), view.id));

const accept: Step = { type: 'accept' };
const materials = [{ name: '居住地址', copies: 1 }];
const ask: Step = { type: 'ask-materials', data: { materials } };
const receive: Step = { type: 'receive-materials', data: { materials } };
const threeDays = { serviceItem: 'BJM-005' };
const oneDay = { serviceItem: 'BJM-023' };
const end = (date: string) => `${date}T17:30:00+08:00`;

test.each([
  ['an ordinary Tuesday', '2026-11-24T10:00', '2026-11-25'],
  ['its very first minute', '2026-11-24T00:00', '2026-11-25'],
  ['its very last minute', '2026-11-24T23:59', '2026-11-25'],
  ['a Friday', '2026-11-27T16:00', '2026-11-30'],
  ['a Saturday', '2026-11-28T09:00', '2026-11-30'],
  ['the eve of the National Day', '2026-09-30T10:00', '2026-10-08'],
  ['the middle of the holiday', '2026-10-03T10:00', '2026-10-08'],
  ['the Friday before a make-up Saturday', '2026-10-09T10:00', '2026-10-10'],
  ['a make-up Saturday', '2026-10-10T10:00', '2026-10-12'],
  ['the Friday before a make-up Sunday', '2026-09-18T10:00', '2026-09-20'],
  ['the make-up day before the Spring Festival', '2026-02-14T10:00', '2026-02-24'],
  ['the Friday before the other make-up day of it', '2026-02-27T10:00', '2026-02-28'],
])('accept-by of a case registered on %s (%s) is the end of opening of %s', async (_, at, due) => {
  expect(await opened(at)).toMatchObject({ dueKind: 'accept', dueAt: end(due) });
});

test.each([
  ['2026-11-24T10:00', threeDays, '2026-11-27'],
  ['2026-11-26T23:00', threeDays, '2026-12-01'],
  ['2026-09-30T10:00', threeDays, '2026-10-10'],
  ['2026-10-08T10:00', threeDays, '2026-10-12'],
  ['2026-09-18T10:00', oneDay, '2026-09-20'],
  ['2026-04-03T10:00', oneDay, '2026-04-07'],
  ['2026-11-24T10:00', { serviceItem: 'BJM-002' }, '2026-12-15'],
])('accepted %s, %o is due at the end of %s', async (at, item, due) => {
  const view = await stepped(at, await opened(at, item), accept);
  expect(view).toMatchObject({ dueKind: 'limit', dueAt: end(due) });
});

test('the limit counts from the day of acceptance, not of registering', async () => {
  const view = await stepped(
    '2026-11-25T09:00',
    await opened('2026-11-24T10:00', threeDays),
    accept,
  );
  expect(view.dueAt).toBe(end('2026-11-30'));
});

test.each([
  ['within one day', '2026-11-24T11:00', '2026-11-24T16:00', '2026-11-27'],
  ['over a night', '2026-11-24T16:00', '2026-11-25T00:01', '2026-11-30'],
  ['over a weekend', '2026-11-27T10:00', '2026-11-29T10:00', '2026-11-27'],
  ['until the Monday after', '2026-11-27T10:00', '2026-11-30T08:00', '2026-11-30'],
])('a pause %s (%s to %s) makes it due %s', async (_, from, until, due) => {
  const accepted = await stepped(
    '2026-11-24T10:00',
    await opened('2026-11-24T10:00', threeDays),
    accept,
  );
  const waiting = await stepped(from, accepted, ask);
  expect(waiting).toMatchObject({
    status: 'waiting-resident',
    dueKind: 'resident',
    paused: { since: `${from}:00+08:00` },
  });
  const running = await stepped(until, waiting, receive);
  expect(running).toMatchObject({ dueKind: 'limit', dueAt: end(due) });
  expect(running.paused).toBeUndefined();
});

test('a pause over the National Day moves the due time by the working days that began in it', async () => {
  const accepted = await stepped(
    '2026-09-28T10:00',
    await opened('2026-09-28T10:00', threeDays),
    accept,
  );
  expect(accepted.dueAt).toBe(end('2026-10-08'));
  const waiting = await stepped('2026-09-29T10:00', accepted, ask);
  expect((await stepped('2026-10-08T10:00', waiting, receive)).dueAt).toBe(end('2026-10-10'));
});

test('two pauses add up', async () => {
  let view = await stepped('2026-11-24T10:00', await opened('2026-11-24T10:00', threeDays), accept);
  view = await stepped('2026-11-25T10:00', await stepped('2026-11-24T11:00', view, ask), receive);
  expect(view.dueAt).toBe(end('2026-11-30'));
  view = await stepped('2026-11-27T10:00', await stepped('2026-11-25T11:00', view, ask), receive);
  expect(view.dueAt).toBe(end('2026-12-02'));
});

test('late begins after the last opening hour, never while the resident owes something, and for the acceptance too', async () => {
  const view = await stepped('2026-11-24T10:00', await opened('2026-11-24T10:00', oneDay), accept);
  expect((await seen('2026-11-25T17:30', view)).flags).not.toContain('late');
  expect((await seen('2026-11-25T17:31', view)).flags).toContain('late');
  const other = await stepped(
    '2026-11-24T10:00',
    await opened('2026-11-24T10:00', threeDays),
    accept,
    ask,
  );
  expect((await seen('2026-12-20T10:00', other)).flags).not.toContain('late');
  const registered = await opened('2026-11-24T10:00');
  expect((await seen('2026-11-26T09:00', registered)).flags).toContain('late');
});

test('an extension by the head moves the due time to the end of that day', async () => {
  const view = await stepped(
    '2026-11-24T10:00',
    await opened('2026-11-24T10:00', threeDays),
    accept,
  );
  const later = await ordered('2026-11-24T11:00', view, {
    type: 'extend',
    data: { until: '2026-12-10', reason: '等回函', approvedBy: '李建国' },
  });
  expect(later).toMatchObject({ status: 'accepted', dueKind: 'limit', dueAt: end('2026-12-10') });
});

test('a year without a calendar is flagged, never guessed silently', async () => {
  const registered = await opened('2026-12-31T10:00');
  expect(registered.flags).toContain('calendar-unknown');
  const accepted = await stepped(
    '2026-12-30T10:00',
    await opened('2026-12-30T10:00', threeDays),
    accept,
  );
  expect(accepted.flags).toContain('calendar-unknown');
  const safe = await stepped('2026-12-30T10:00', await opened('2026-12-30T10:00', oneDay), accept);
  expect(safe).toMatchObject({ dueAt: end('2026-12-31') });
  expect(safe.flags).not.toContain('calendar-unknown');
});

test('a pause that reaches into the unknown year is flagged too', async () => {
  const start = '2026-12-25T10:00';
  const view = await stepped(start, await opened(start, threeDays), accept, ask);
  expect(view.flags).not.toContain('calendar-unknown');
  const running = await stepped('2027-01-05T10:00', view, receive);
  expect(running.flags).toContain('calendar-unknown');
});

test('opening hours of the committee itself decide; hours by appointment do not count', async () => {
  const own = await testProduct();
  const ownOwner = await ownerOf(own);
  const band = (weekday: number, from: string, to: string, byAppointment = false) => ({
    weekday,
    from,
    to,
    byAppointment,
  });
  const bands = [1, 2, 3, 4, 5].flatMap((day) => [
    band(day, '08:30', '11:30'),
    band(day, '13:00', '16:45'),
    band(day, '17:30', '20:00', true),
  ]);
  await ownOwner.rows(
    `insert into opening_hours (org_id, valid_from, bands, standing)
     select s.org_id, '2026-01-01', $1, 'local' from staff s join credential c on c.staff_id = s.id where c.username = 'worker'`,
    [JSON.stringify(bands)],
  );
  expect((await open(await own.as('worker'))).dueAt).toBe('2026-11-25T16:45:00+08:00');
  expect((await open(await own.as('worker2'))).dueAt).toBe(end('2026-11-25'));
  await ownOwner.end();
  await own.drop();
});

test('the stored state of every case is the one that follows from its events', async () => {
  expect(await holdStatesAgainstEvents(product, owner)).toBeGreaterThan(25);
});
