import type { ResidentHit } from '@qzt/contract/household';
import type { CaseLine, CaseView, EncounterView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../../testing/product.ts';
import { type Filled, filledProduct } from './testing/filled.ts';

let product: Filled;
beforeAll(async () => {
  product = await filledProduct('2026-11-24T15:30:00+08:00', 2);
});
afterAll(() => product.drop());

const listOf = async <T>(client: Client, url: string): Promise<T[]> => {
  const answer = await client.get(url);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return (answer.body as { items: T[] }).items;
};

const step = async (client: Client, one: CaseView, type: string, data?: object) => {
  const url = `/api/v1/cases/${one.id}/events`;
  const answer = await client.post(url, { id: uuidv7(), type, data }, { version: one.version });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body as CaseView;
};

test('a case of the history is opened, answered and closed like any other', async () => {
  const worker = await product.as('worker');
  const mine = await listOf<CaseLine>(worker, '/api/v1/cases?status=accepted&handler=me&limit=50');
  const [line] = mine.filter(({ firstAsked }) => firstAsked.name === '孙晓梅');
  const opened = (await worker.get(`/api/v1/cases/${line!.id}`)).body as CaseView;
  expect(opened).toMatchObject({ title: line!.title, number: line!.number, status: 'accepted' });
  expect(opened.events[0]).toMatchObject({ type: 'register', data: { title: line!.title } });
  const answered = await step(worker, opened, 'answer', { answer: '办好了' });
  const closed = await step(worker, answered, 'confirm', { how: 'phone' });
  expect(closed).toMatchObject({ status: 'closed', ending: 'confirmed', dueAt: null });
});

test('an office and the service centre answer what was referred to them', async () => {
  for (const name of ['officer', 'centre', 'department']) {
    const office = await product.as(name);
    const [line] = await listOf<CaseLine>(office, '/api/v1/cases?handler=me&status=referred');
    const opened = (await office.get(`/api/v1/cases/${line!.id}`)).body as CaseView;
    const answered = await step(office, opened, 'answer', { answer: '已办结' });
    expect(answered.status, name).toBe('answered');
  }
});

test('every case that a worker sees can be read, and every contact', async () => {
  const head = await product.as('head');
  const cases = await listOf<CaseLine>(head, '/api/v1/cases?limit=100');
  for (const flag of ['confidential', 'second-ask', 'late', 'urgent'] as const)
    expect(
      cases.some(({ flags }) => flags.includes(flag)),
      flag,
    ).toBe(true);
  for (const { id, title } of cases) {
    const answer = await head.get(`/api/v1/cases/${id}`);
    expect(answer, title).toMatchObject({ status: 200, body: { title } });
    // Names of materials that somebody wrote are codes in the record, and names again for those who may read.
    expect(JSON.stringify(answer.body)).not.toMatch(/"~[\w-]{16}"|已按请求删除/);
  }
  const contacts = await listOf<EncounterView>(head, '/api/v1/encounters?limit=50');
  expect(contacts).toHaveLength(50);
  for (const { needs } of contacts) expect(needs[0]?.words).not.toContain('删除');
});

test('a neighbour sees nothing of it', async () => {
  const worker = await product.as('worker');
  const neighbour = await product.as('worker2');
  const cases = await listOf<CaseLine>(worker, '/api/v1/cases?limit=100');
  const theirs = await listOf<CaseLine>(neighbour, '/api/v1/cases?limit=100');
  expect(theirs.length).toBeGreaterThan(50);
  const own = new Set(theirs.map(({ committeeId }) => committeeId));
  expect(own.size).toBe(1);
  for (const { id, committeeId } of cases.slice(0, 30)) {
    expect(own.has(committeeId)).toBe(false);
    expect(await neighbour.get(`/api/v1/cases/${id}`)).toMatchObject({ status: 404 });
  }
});

const search = async (client: Client, q: string): Promise<ResidentHit[]> => {
  const answer = await client.post('/api/v1/residents/search', { q, purpose: '接待' });
  expect(answer.status).toBe(200);
  return (answer.body as { items: ResidentHit[] }).items;
};

test('the family of the story lives at building 3, door 502, is found in every way, and owes nothing', async () => {
  const worker = await product.as('worker');
  const [mother] = await search(worker, '13800000001');
  expect(mother).toMatchObject({ name: '邵**', door: '林云一村3号楼502室' });
  for (const q of ['邵玉珍', '玉珍', 'syz', '3号楼502'])
    expect(
      (await search(worker, q)).map(({ id }) => id),
      q,
    ).toContain(mother!.id);
  const household = await search(worker, '林云一村3号楼502室');
  expect(household.filter(({ householdId }) => householdId === mother!.householdId)).toHaveLength(
    3,
  );
  expect(await search(await product.as('worker2'), '13800000001')).toEqual([]);
  const { rows } = await product.owner.query(
    `select status, ending, state -> 'serviceItem' ->> 'code' as code from case_file where resident_id in
       (select id from resident where household_id = $1)`,
    [mother!.householdId],
  );
  expect(rows).toEqual([{ status: 'closed', ending: 'confirmed', code: 'BJM-003' }]);
});
