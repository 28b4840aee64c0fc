import type { FeedbackView } from '@qzt/contract/feedback';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus, rowsBehind } from '../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';

let product: TestProduct;
const people = new Map<string, Client>();
const as = (name: string): Client => {
  const found = people.get(name);
  if (found === undefined) throw new Error(`${name} is not signed in`);
  return found;
};
beforeAll(async () => {
  product = await testProduct();
  for (const name of [
    'worker',
    'head',
    'worker2',
    'head2',
    'street',
    'district',
    'officer',
    'auditor',
  ])
    people.set(name, await product.as(name));
}, 60_000);
afterAll(() => product.drop());

const said = (more: object = {}) => ({
  id: uuidv7(),
  kind: 'problem',
  text: '字太小,王㛃和李𠅤看不清',
  page: '/desk/registers',
  wantsAnswer: true,
  ...more,
});
const write = async (name: string, more: object = {}): Promise<FeedbackView> =>
  expectStatus<FeedbackView>(await as(name).post('/api/v1/feedback', said(more)), 201);
interface Listed {
  readonly items: FeedbackView[];
  readonly nextCursor: string | null;
  readonly open: number;
  readonly late: number;
}
const list = async (name: string, query = 'list=received'): Promise<Listed> =>
  expectStatus<Listed>(await as(name).get(`/api/v1/feedback?${query}`), 200);
const idsOf = async (name: string, query?: string) =>
  (await list(name, query)).items.map(({ id }) => id);

test('what a worker writes goes to his head, is due in five working days, and the answer comes back to him', async () => {
  const written = await write('worker');
  expect(written).toMatchObject({ dueAt: '2026-12-01T17:30:00+08:00', late: false, answer: null });
  expect((await list('head')).items[0]).toMatchObject({
    id: written.id,
    author: { name: '孙晓梅' },
    text: '字太小,王㛃和李𠅤看不清',
    mine: false,
  });
  const answered = expectStatus<FeedbackView>(
    await as('head').send(
      'PUT',
      `/api/v1/feedback/${written.id}/answer`,
      { text: '右上角有大字,按一下就行' },
      { version: 1 },
    ),
    200,
  );
  expect(answered.version).toBe(2);
  expect((await list('worker', 'list=mine')).items[0]).toMatchObject({
    id: written.id,
    answer: { text: '右上角有大字,按一下就行', by: { name: '李建国' } },
  });
});

test('two who answer the same do not write over each other', async () => {
  const { id } = await write('worker');
  const answer = (name: string, text: string, version: number) =>
    as(name).send('PUT', `/api/v1/feedback/${id}/answer`, { text }, { version });
  expect((await answer('head', '收到', 1)).status).toBe(200);
  expect((await answer('head', '收到', 1)).status).toBe(200);
  expect(await answer('street', '街道来办', 1)).toMatchObject({
    status: 409,
    body: { code: 'version-conflict', current: { version: 2 } },
  });
  expect((await answer('street', '街道来办', 2)).status).toBe(200);
});

test('nobody else reads it: no colleague, no neighbour, no office, no auditor', async () => {
  const { id } = await write('worker');
  for (const name of ['worker2', 'head2', 'officer', 'auditor']) {
    expect(await idsOf(name, 'list=mine'), name).not.toContain(id);
    const answer = await as(name).send(
      'PUT',
      `/api/v1/feedback/${id}/answer`,
      { text: '好' },
      { version: 1 },
    );
    expect([403, 404], name).toContain(answer.status);
  }
  expect(await idsOf('head2')).not.toContain(id);
  expect((await as('worker').get('/api/v1/feedback?list=received')).status).toBe(403);
});

test('without a name it reaches the head without a name, and the answer finds its way all the same', async () => {
  const { id } = await write('worker', { anonymous: true, kind: 'suggestion' });
  const received = (await list('head')).items.find((one) => one.id === id);
  expect(received).toMatchObject({ author: null, anonymous: true });
  expect(JSON.stringify(received)).not.toContain('孙晓梅');
  const log = await rowsBehind(product, 'select 1 from audit_entry where subject_id = $1', [id]);
  expect(log).toEqual([]);
  expect((await list('worker', 'list=mine')).items.find((one) => one.id === id)).toMatchObject({
    mine: true,
    author: { name: '孙晓梅' },
  });
});

test('a complaint above passes the head by; one of an office always goes above', async () => {
  const { id } = await write('worker', { above: true, kind: 'complaint' });
  expect(await idsOf('head')).not.toContain(id);
  const byHead = await as('head').send(
    'PUT',
    `/api/v1/feedback/${id}/answer`,
    { text: '好' },
    { version: 1 },
  );
  expect(byHead.status).toBe(404);
  expect(await idsOf('street')).toContain(id);
  const ofOffice = await write('officer');
  expect(ofOffice.above).toBe(true);
  expect(await idsOf('street')).toContain(ofOffice.id);
  const ofStreet = await write('street');
  expect(await idsOf('street')).not.toContain(ofStreet.id);
  expect(await idsOf('district')).toContain(ofStreet.id);
});

test('the words stand encrypted, the page without an id, and twice sent is once stored', async () => {
  const body = said({ text: '这句话不能明文放着' });
  const key = uuidv7();
  const [first, again] = [
    await as('worker').post('/api/v1/feedback', body, { key }),
    await as('worker').post('/api/v1/feedback', body, { key }),
  ];
  expect(first.status).toBe(201);
  expect(again.body).toEqual(first.body);
  const rows = await rowsBehind<{ all: string }>(
    product,
    `select encode(cipher, 'escape') || page || author_name as all from feedback where id = $1`,
    [body.id],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.all).not.toContain('这句话');
  expect((await as('worker').post('/api/v1/feedback', body)).status).toBe(409);
  for (const more of [
    { page: `/desk?case=${uuidv7()}` },
    { page: '/find/张三' },
    { text: 'x'.repeat(100_000) },
    { text: '  ' },
    { kind: 'praise' },
    { stranger: 1 },
  ])
    expect((await as('worker').post('/api/v1/feedback', said(more))).status).toBe(422);
});

test('what waits longer than promised is counted as late, and pages end where they should', async () => {
  const before = await list('head2');
  for (const _ of [1, 2, 3]) await write('worker2');
  await write('worker2', { wantsAnswer: false });
  expect(await list('head2')).toMatchObject({ open: before.open + 3, late: 0 });
  product.clock.set('2026-12-02T09:00:00+08:00');
  // A session ends with its day.
  people.set('head2', await product.as('head2'));
  const page = await list('head2', 'list=received&limit=2');
  expect(page).toMatchObject({ open: before.open + 3, late: before.open + 3 });
  const seen = [...page.items];
  for (let cursor = page.nextCursor; cursor !== null; ) {
    const next = await list('head2', `list=received&limit=2&cursor=${cursor}`);
    seen.push(...next.items);
    cursor = next.nextCursor;
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
  expect(seen.length).toBe(before.items.length + 4);
});
