import type { SessionView } from '@qzt/contract/org';
import type { CaseView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withPool } from '../../platform/pool.ts';
import { type TestJobs, testJobs } from '../../testing/jobs.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';
import { wakePromises } from './wake.service.ts';

let product: TestProduct;
let jobs: TestJobs;
beforeAll(async () => {
  product = await testProduct();
  jobs = testJobs(product);
});
afterAll(async () => {
  await jobs.end();
  await product.drop();
});

const TUESDAY = '2026-11-24T10:00:00+08:00';
const SUN = '孙晓梅';
const LI = '李建国';

const owner = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  withPool(product.connection('owner'), async (pool) => (await pool.query<Row>(sql, values)).rows);

/** Signs in on the day itself: a session does not outlive the days that these tests leap over. */
async function opened(more: object = {}): Promise<{ id: string; worker: Client }> {
  product.clock.set(TUESDAY);
  const worker = await product.as('worker');
  const id = uuidv7();
  const answer = await worker.post('/api/v1/cases', {
    id,
    kind: 'problem',
    title: '楼道灯坏了',
    safePhone: '13800000002',
    ...more,
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return { id, worker };
}

async function step(worker: Client, id: string, version: number, type: string, data?: object) {
  const answer = await worker.post(
    `/api/v1/cases/${id}/events`,
    { id: uuidv7(), type, data },
    { version },
  );
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
}

/** Runs the job at a time and answers whom it told of this case meanwhile, as `template → name`. */
async function wokenAt(at: string, id: string): Promise<string[]> {
  const told = `select m.template || ' → ' || s.name as line from message m join staff s on s.id = m.recipient_id
    where m.case_id = $1 order by m.created_at, m.id`;
  const before = await owner(told, [id]);
  product.clock.set(at);
  await wakePromises(jobs);
  const after = await owner<{ line: string }>(told, [id]);
  return after.slice(before.length).map(({ line }) => line);
}

test('an unkept promise climbs: a reminder, a colleague or the head before it is due, the head when it is', async () => {
  const { id } = await opened();
  expect(await wokenAt('2026-11-25T07:59:00+08:00', id)).toEqual([]);
  expect(await wokenAt('2026-11-25T08:00:00+08:00', id)).toEqual([`remind → ${SUN}`]);
  expect(await wokenAt('2026-11-25T09:30:00+08:00', id)).toEqual([]);
  expect(await wokenAt('2026-11-25T09:40:00+08:00', id)).toEqual([`stand-in → ${LI}`]);
  expect(await wokenAt('2026-11-25T17:29:00+08:00', id)).toEqual([]);
  expect(await wokenAt('2026-11-25T17:30:00+08:00', id)).toEqual([`head → ${LI}`]);
  expect(await wokenAt('2026-12-25T17:30:00+08:00', id)).toEqual([]);
  expect(await owner('select step, state, wake_at from promise where case_id = $1', [id])).toEqual([
    { step: 3, state: 'open', wake_at: null },
  ]);
});

test('a promise that is kept wakes nobody', async () => {
  const { id, worker } = await opened();
  await step(worker, id, 1, 'accept');
  expect(await wokenAt('2026-11-25T17:30:00+08:00', id)).toEqual([]);
  const kinds = await owner('select kind, state from promise where case_id = $1 order by kind', [
    id,
  ]);
  expect(kinds).toEqual([
    { kind: 'accept', state: 'kept' },
    { kind: 'limit', state: 'open' },
  ]);
});

test('papers that a resident brings late break no promise: the clock stood', async () => {
  const { id, worker } = await opened();
  const materials = [{ name: '身份证', copies: 1 }];
  await step(worker, id, 1, 'accept');
  await step(worker, id, 2, 'ask-materials', { materials, why: '要核对本人' });
  const { dueAt } = await read(id);
  product.clock.set('2027-01-27T10:00:00+08:00');
  expect(Date.parse(dueAt ?? '')).toBeLessThan(product.clock.now().getTime());
  await step(await product.as('worker'), id, 3, 'receive-materials', { materials });
  const promises = 'select kind, state from promise where case_id = $1 order by created_at, kind';
  expect(await owner(promises, [id])).toEqual([
    { kind: 'accept', state: 'kept' },
    { kind: 'limit', state: 'kept' },
    { kind: 'resident', state: 'kept' },
    { kind: 'limit', state: 'open' },
  ]);
});

test('while the worker is away the stand-in hears of it, and the worker finds a copy', async () => {
  const { id, worker } = await opened();
  const head = await product.as('head');
  const idOf = async (who: Client) =>
    ((await who.get('/api/v1/session')).body as SessionView).staff.id;
  const enter = async (version: number, entry: object) => {
    const answer = await head.send('PUT', '/api/v1/presence/2026-11-25', entry, { version });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };
  await enter(0, {
    primary: null,
    backup: await idOf(head),
    away: [{ staff: await idOf(worker), from: '00:00', to: '18:00' }],
  });
  expect(await wokenAt('2026-11-25T08:00:00+08:00', id)).toEqual([
    `remind → ${SUN}`,
    `remind-stand-in → ${LI}`,
  ]);
  product.clock.set(TUESDAY);
  await enter(1, { primary: null, backup: null, away: [] });
});

test('the second step of a confidential case goes to the head, and never to a colleague', async () => {
  const { id } = await opened({ confidential: true });
  expect(await wokenAt('2026-11-25T08:00:00+08:00', id)).toEqual([`remind → ${SUN}`]);
  expect(await wokenAt('2026-11-25T09:40:00+08:00', id)).toEqual([`stand-in → ${LI}`]);
});

const answered = async (more: object = {}) => {
  const made = await opened(more);
  await step(made.worker, made.id, 1, 'accept');
  await step(made.worker, made.id, 2, 'answer', { answer: '灯换好了' });
  return made.id;
};

async function read(id: string): Promise<CaseView> {
  const worker = await product.as('worker');
  return (await worker.get(`/api/v1/cases/${id}`)).body as CaseView;
}

test('five working days of silence close a case as unconfirmed, once, whoever works at the same time', async () => {
  const id = await answered();
  product.clock.set('2026-12-01T17:29:00+08:00');
  await wakePromises(jobs);
  expect(await read(id)).toMatchObject({ status: 'answered', version: 3 });
  product.clock.set('2026-12-01T17:30:00+08:00');
  await Promise.all([wakePromises(jobs), wakePromises(jobs), wakePromises(jobs)]);
  const closed = await read(id);
  expect(closed).toMatchObject({ status: 'closed', ending: 'unconfirmed', version: 4 });
  expect(closed.events.map(({ type }) => type)).toEqual(['register', 'accept', 'answer', 'close']);
  expect(closed.events.at(-1)?.actor.name).toBe('系统');
  expect(
    await owner('select kind, state from promise where case_id = $1 order by kind', [id]),
  ).toEqual([
    { kind: 'accept', state: 'kept' },
    { kind: 'limit', state: 'kept' },
    { kind: 'silence', state: 'kept' },
  ]);
  const log = await owner(
    `select actor_id from audit_entry where subject_id = $1 and action = 'case.close'`,
    [id],
  );
  expect(log).toEqual([{ actor_id: '00000000-0000-7000-8000-000000000001' }]);
});

test('several workers at once remind once', async () => {
  const { id } = await opened();
  product.clock.set('2026-11-25T08:00:00+08:00');
  await Promise.all(Array.from({ length: 5 }, () => wakePromises(jobs)));
  const told = await owner(
    'select template from message where case_id = $1 and recipient_kind = $2',
    [id, 'staff'],
  );
  expect(told).toEqual([{ template: 'remind' }]);
});

test('where the duty to report is open the silence closes nothing, and the head hears of it once', async () => {
  const id = await answered();
  await owner(`update case_file set state = state || '{"mandatoryReport": true}' where id = $1`, [
    id,
  ]);
  expect(await wokenAt('2026-12-01T17:30:00+08:00', id)).toEqual([`report-first → ${LI}`]);
  expect(await wokenAt('2026-12-02T17:30:00+08:00', id)).toEqual([]);
  expect((await read(id)).status).toBe('answered');
});

test('a case that fails waits longer each time and stands in no other one’s way', async () => {
  const broken = (await opened()).id;
  const sound = (await opened()).id;
  await owner(`update case_file set state = '{"confidential": 1}' where id = $1`, [broken]);
  await owner('update promise set due_at = $2 where case_id = $1', [broken, '-infinity']);
  await owner('update promise set wake_at = $2 where case_id = $1', [
    broken,
    '2026-11-24T09:00:00+08:00',
  ]);
  expect(await wokenAt('2026-11-25T08:00:00+08:00', sound)).toEqual([`remind → ${SUN}`]);
  const stood = () =>
    owner('select failures, step, wake_at from promise where case_id = $1', [broken]);
  expect(await stood()).toEqual([
    { failures: 1, step: 0, wake_at: new Date('2026-11-25T08:01:00+08:00') },
  ]);
  await wokenAt('2026-11-25T08:01:00+08:00', sound);
  expect(await stood()).toEqual([
    { failures: 2, step: 0, wake_at: new Date('2026-11-25T08:03:00+08:00') },
  ]);
});
