import type { StaffView } from '@qzt/contract/org';
import type { CaseView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus, staffByName } from '../testing/casework.ts';
import { type Answer, type Client, type TestProduct, testProduct } from '../testing/product.ts';
import { newCase, oneLine, open, read, walk } from './testing/desk.ts';
import { erase } from './testing/erase.ts';
import { changed, type Owner, ownerOf } from './testing/owner.ts';
import { refused } from './testing/problem.ts';
import { settleIn } from './testing/residents.ts';

const GONE = '(内容已按请求删除)';

let product: TestProduct;
let owner: Owner;
let worker: Client;
let head: Client;
let people: ReadonlyMap<string, StaffView>;
let doors = 500;
beforeAll(async () => {
  product = await testProduct();
  owner = await ownerOf(product);
  worker = await product.as('worker');
  head = await product.as('head');
  people = await staffByName(await product.as('street'));
});
afterAll(async () => {
  await owner.end();
  await product.drop();
});

const orgOf = (name: string) => people.get(name)?.org.id ?? '';

/** A resident of the worker's committee. */
const somebody = async (): Promise<string> => {
  doors += 1;
  const { id } = await settleIn(product, owner, {
    committeeId: orgOf('worker'),
    name: '葛玉兰',
    phone: `1380000${doors}`,
    door: String(doors),
  });
  return id;
};

const noteOf = (view: CaseView, type: string) => view.events.find((event) => event.type === type);
const keysOf = async (caseId: string) =>
  (
    await owner.rows<{ n: number }>(
      "select count(*)::int as n from data_key where subject_kind = 'case' and subject_id = $1",
      [caseId],
    )
  )[0]?.n;

test('the case of a person who was erased is worked on to its end; what was erased stays erased', async () => {
  const residentId = await somebody();
  const before = await walk(worker, await open(worker, { residentId, title: '葛玉兰的联系单' }), {
    type: 'note',
    note: '葛玉兰来过',
  });
  expect(await erase(product, residentId)).toBe(true);

  const after = await walk(
    worker,
    before,
    { type: 'accept', note: '照常受理' },
    { type: 'note', note: '后来的话' },
    { type: 'answer', data: { answer: '已经办好' } },
    { type: 'confirm', data: { how: 'desk' } },
  );
  expect(after).toMatchObject({
    status: 'closed',
    title: GONE,
    resident: { id: residentId, name: GONE },
  });
  const seen = await read(head, before.id);
  expect(seen.events).toEqual(after.events);
  expect(JSON.stringify(seen)).not.toContain('葛玉兰');
  expect(noteOf(seen, 'note')?.note).toBeNull();
  expect(noteOf(seen, 'accept')?.note).toBe('照常受理');
  expect(noteOf(seen, 'answer')?.data).toMatchObject({ answer: '已经办好' });
  expect(seen.events.at(-3)?.note).toBe('后来的话');
  expect(await keysOf(before.id)).toBe(1);
});

test('an office too goes on with the case of a person who was erased, and reads what came after', async () => {
  const residentId = await somebody();
  const before = await walk(
    worker,
    await open(worker, { residentId, title: '葛玉兰的联系单' }),
    { type: 'accept' },
    { type: 'refer', data: { to: { kind: 'department', id: orgOf('officer') } } },
  );
  expect(await erase(product, residentId)).toBe(true);
  const officer = await product.as('officer');
  const answered = await walk(
    officer,
    before,
    { type: 'note', note: '窗口已经查过' },
    { type: 'answer', data: { answer: '可以办' } },
  );
  expect(answered).toMatchObject({ status: 'answered', title: GONE });
  for (const client of [officer, worker]) {
    const seen = await read(client, before.id);
    expect(noteOf(seen, 'note')?.note).toBe('窗口已经查过');
    expect(noteOf(seen, 'answer')?.data).toMatchObject({ answer: '可以办' });
  }
});

test('a case registered for a person who is erased already is read, listed and worked on', async () => {
  const residentId = await somebody();
  expect(await erase(product, residentId)).toBe(true);
  const opened = await open(worker, { residentId, title: '再来一次' });
  const answered = await walk(
    worker,
    opened,
    { type: 'accept' },
    { type: 'answer', data: { answer: '好了' } },
  );
  expect(answered).toMatchObject({ title: '再来一次', resident: { name: GONE } });
  expect((await worker.get('/api/v1/cases?limit=5')).status).toBe(200);
});

test('no kept answer of an earlier request brings back what was erased, and nothing is written twice', async () => {
  const residentId = await somebody();
  const visit = oneLine({
    residentId,
    needs: [{ id: uuidv7(), words: '葛玉兰要办证', outcome: 'advice' }],
  });
  const body = newCase({ residentId, title: '葛玉兰的联系单' });
  const step = { id: uuidv7(), type: 'accept', note: '葛玉兰来过' };
  const keys = [uuidv7(), uuidv7(), uuidv7()] as const;
  const ask = () =>
    [
      () => worker.post('/api/v1/encounters', visit, { key: keys[0] }),
      () => worker.post('/api/v1/cases', body, { key: keys[1] }),
      () => worker.post(`/api/v1/cases/${body.id}/events`, step, { key: keys[2], version: 1 }),
    ] as const;
  const first: Answer[] = [];
  for (const request of ask()) first.push(await request());
  expect(first.map(({ status }) => status)).toEqual([201, 201, 201]);
  for (const [index, request] of ask().entries())
    expect((await request()).body).toEqual(first[index]?.body);

  expect(await erase(product, residentId)).toBe(true);
  const before = await owner.contents();
  for (const request of ask()) {
    const again = await request();
    refused(again, 404, 'not-found');
    expect(JSON.stringify(again.body)).not.toContain('葛玉兰');
  }
  expect(changed(before, await owner.contents())).toEqual([]);
});

test('what an erased person borrowed is still out, and comes back without a name', async () => {
  const residentId = await somebody();
  const loan = {
    id: uuidv7(),
    thing: { name: '葛家的梯子' },
    residentId,
    note: '葛玉兰的侄子来拿',
  };
  expectStatus(await worker.post('/api/v1/loans', loan), 201);
  expect(await erase(product, residentId)).toBe(true);
  const gone = { borrower: { name: GONE, phone: null }, thing: { name: GONE }, note: null };
  expect(await worker.get(`/api/v1/loans/${loan.id}`)).toMatchObject({ status: 200, body: gone });
  expect(
    await worker.post(
      `/api/v1/loans/${loan.id}/steps`,
      { id: uuidv7(), type: 'return', returnedBy: '葛玉兰的侄子' },
      { version: 1 },
    ),
  ).toMatchObject({ status: 201, body: { state: 'returned', steps: [{}, { returnedBy: null }] } });
});

test('whoever leaves hands over the cases of erased people too', async () => {
  const residentId = await somebody();
  const before = await open(worker, { residentId, title: '葛玉兰的联系单' });
  const worked = await open(worker, { residentId, title: '葛玉兰的另一张联系单' });
  expect(await erase(product, residentId)).toBe(true);
  await walk(worker, worked, { type: 'accept', note: '照常受理' });
  expect((await worker.get('/api/v1/promises')).status).toBe(200);

  const leaver = people.get('worker') as StaffView;
  const to = people.get('head') as StaffView;
  const left = await head.post(
    `/api/v1/staff/${leaver.id}/leave`,
    { reason: '调到街道工作', handOverTo: to.id },
    { version: leaver.version, key: uuidv7() },
  );
  expectStatus(left, 201);
  for (const { id } of [before, worked])
    expect(await read(head, id)).toMatchObject({ title: GONE, firstAsked: { id: to.id } });
  const seen = await read(head, before.id);
  expect(noteOf(seen, 'assign')?.data).toMatchObject({ reason: '调到街道工作' });
  await walk(head, seen, { type: 'accept' });
});
