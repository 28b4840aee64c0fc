import type { EncounterView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Committee, committee } from './testing/committee.ts';
import { holdStatesAgainstEvents } from './testing/derived.ts';
import { askingForACase, newCase, oneLine, open, read, record, walk } from './testing/desk.ts';
import { changed } from './testing/owner.ts';
import { refused } from './testing/problem.ts';
import { settleIn } from './testing/residents.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
});
afterAll(() => at.end());

const needsOf = async (id: string) =>
  ((await at.worker.get(`/api/v1/encounters/${id}`)).body as EncounterView).needs;
const settle = { answer: '当场办好' };
const THREE = ['register', 'accept', 'answer'];

test('one line is enough for an encounter, and it says what a full one would still have', async () => {
  const line = {
    id: uuidv7(),
    channel: 'desk',
    startedAt: '2026-11-24T09:30:00+08:00',
    needs: [{ id: uuidv7(), words: '借伞', outcome: 'settled' }],
  };
  const answer = await at.worker.post('/api/v1/encounters', line);
  expect(answer).toMatchObject({
    status: 201,
    body: {
      id: line.id,
      committeeId: at.staff.worker.org,
      owner: { id: at.staff.worker.id },
      channel: 'desk',
      needs: line.needs,
      missing: expect.any(Array),
      version: 1,
    },
  });
});

test('settled on the spot with nobody to ask afterwards: three events, closed, settled', async () => {
  const view = await open(at.worker, { settle });
  expect(view).toMatchObject({
    status: 'closed',
    ending: 'settled',
    dueAt: null,
    version: expect.any(Number),
  });
  expect(view.events.map((event) => event.type)).toEqual(THREE);
  expect(view.events.map((event) => event.seq)).toEqual([1, 2, 3]);
  expect(JSON.stringify(view.events[2])).toContain('当场办好');
  expect(await read(at.worker, view.id)).toEqual(view);
});

test('a visitor without a telephone is nobody to ask; with one, the answer waits for his word', async () => {
  const silent = await record(at.worker, askingForACase({ visitor: { name: '邵某' } }));
  expect(await open(at.worker, { encounterId: silent.id, settle })).toMatchObject({
    status: 'closed',
    ending: 'settled',
  });
  const known = await record(at.worker, askingForACase({ visitor: { phone: '13800000001' } }));
  const view = await open(at.worker, { encounterId: known.id, settle });
  expect(view).toMatchObject({ status: 'answered', ending: null, dueAt: null });
  expect(view.events.map((event) => event.type)).toEqual(THREE);
  const closed = await walk(at.head, view, { type: 'close' });
  expect(closed).toMatchObject({ status: 'closed', ending: 'unconfirmed' });
});

test('a resident is somebody to ask, shown by a masked name', async () => {
  const resident = await settleIn(at.product, at.owner, {
    committeeId: at.staff.worker.org,
    name: '欧阳淑芬',
    phone: '13900000007',
    door: '502',
  });
  const view = await open(at.worker, { residentId: resident.id, settle });
  expect(view).toMatchObject({ status: 'answered', resident: { id: resident.id } });
  expect(JSON.stringify(view)).not.toContain('欧阳淑芬');
  const viaContact = await record(at.worker, askingForACase({ residentId: resident.id }));
  expect(await open(at.worker, { encounterId: viaContact.id })).toMatchObject({
    resident: { id: resident.id },
  });
  refused(
    await at.neighbour.post('/api/v1/cases', newCase({ residentId: resident.id })),
    404,
    'not-found',
  );
  refused(
    await at.neighbour.post('/api/v1/encounters', oneLine({ residentId: resident.id })),
    404,
    'not-found',
  );
});

test('answered in steps with nobody to ask, a head closes it as settled', async () => {
  const view = await walk(
    at.worker,
    await open(at.worker),
    { type: 'accept' },
    { type: 'answer', data: { answer: '好' } },
  );
  const done = view.status === 'closed' ? view : await walk(at.head, view, { type: 'close' });
  expect(done).toMatchObject({ status: 'closed', ending: 'settled' });
});

test('needId may be left out where one need asks for a case, and is filled in', async () => {
  const other = { id: uuidv7(), words: '顺便借伞', outcome: 'settled' };
  const asked = { id: uuidv7(), words: '办联系单', outcome: 'case' };
  const { id } = await record(at.worker, { needs: [other, asked] });
  const view = await open(at.worker, { encounterId: id });
  expect(await needsOf(id)).toMatchObject([{ id: other.id }, { id: asked.id, caseId: view.id }]);
  expect((await needsOf(id))[0]?.caseId).toBeUndefined();
});

test('with two such needs it must be named; each need becomes one case and no second', async () => {
  const [a, b] = [
    { id: uuidv7(), words: '甲事', outcome: 'case' },
    { id: uuidv7(), words: '乙事', outcome: 'case' },
  ];
  const { id } = await record(at.worker, { needs: [a, b] });
  const before = await at.owner.contents();
  refused(
    await at.worker.post('/api/v1/cases', newCase({ encounterId: id })),
    422,
    'invalid-input',
  );
  refused(
    await at.worker.post('/api/v1/cases', newCase({ encounterId: id, needId: uuidv7() })),
    422,
    'invalid-input',
  );
  expect(changed(before, await at.owner.contents())).toEqual([]);
  const first = await open(at.worker, { encounterId: id, needId: a.id });
  const then = await at.owner.contents();
  expect([409, 422]).toContain(
    (await at.worker.post('/api/v1/cases', newCase({ encounterId: id, needId: a.id }))).status,
  );
  expect(changed(then, await at.owner.contents())).toEqual([]);
  const second = await open(at.worker, { encounterId: id, needId: b.id });
  expect(await needsOf(id)).toMatchObject([{ caseId: first.id }, { caseId: second.id }]);
});

test('ten cases at once for one need: one is opened', async () => {
  const { id } = await record(at.worker, askingForACase());
  const [need] = await needsOf(id);
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      at.worker.post('/api/v1/cases', newCase({ encounterId: id, needId: need?.id })),
    ),
  );
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
  for (const answer of answers) expect([201, 409, 422]).toContain(answer.status);
  const [row] = await at.owner.rows<{ n: number }>(
    'select count(*)::int as n from case_file where encounter_id = $1',
    [id],
  );
  expect(row?.n).toBe(1);
});

test('numbers are unique within the committee even when forty are opened at once', async () => {
  const views = await Promise.all(Array.from({ length: 40 }, () => open(at.worker)));
  expect(new Set(views.map((view) => view.number)).size).toBe(40);
});

test('journeys are what the worker noted of the trips, from the first contact on', async () => {
  for (const [journey, journeys] of [
    [0, 0],
    [1, 1],
    [2, 2],
  ]) {
    const { id } = await record(at.worker, askingForACase({ journey }));
    expect((await open(at.worker, { encounterId: id })).journeys).toBe(journeys);
  }
});

test('a later contact about the case counts as a further trip', async () => {
  const first = await record(at.worker, askingForACase({ journey: 1 }));
  const view = await open(at.worker, { encounterId: first.id });
  await record(at.worker, {
    journey: 2,
    needs: [{ id: uuidv7(), words: '补材料', outcome: 'case', caseId: view.id }],
  });
  expect((await read(at.worker, view.id)).journeys).toBe(2);
});

test('the notice is complete at the first contact: materials with what was received, limit, steps, places, address', async () => {
  const view = await open(at.worker, {
    serviceItem: 'BJM-023',
    materials: [{ name: '怀孕证明', copies: 2 }],
  });
  const { requirementNotice: notice } = view;
  expect(notice.materials).toEqual([
    { name: '怀孕证明', received: true, copies: 2 },
    ...['夫妻身份证与户口簿', '结婚证', '外来人员居住证'].map((name) => ({
      name,
      received: false,
      copies: expect.any(Number),
    })),
  ]);
  expect(notice).toMatchObject({
    limitWorkingDays: 1,
    steps: expect.any(Array),
    places: expect.any(Array),
    url: expect.stringContaining('BJM-023'),
  });
  expect(view.serviceItem).toMatchObject({ code: 'BJM-023', version: expect.any(Number) });
});

test('urgent is a flag from the first moment', async () => {
  expect((await open(at.worker, { urgent: true })).flags).toContain('urgent');
  expect((await open(at.worker)).flags).not.toContain('urgent');
});

test('the stored state of every case is the one that follows from its events', async () => {
  expect(await holdStatesAgainstEvents(at.product, at.owner)).toBeGreaterThan(50);
});
