import type { CaseView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Committee, committee } from './testing/committee.ts';
import { askingForACase, open, record, walk } from './testing/desk.ts';
import { refused } from './testing/problem.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
});
afterAll(() => at.end());

const whole = async (id: string, who = at.worker) =>
  (await who.post('/api/v1/cases/caller', { id, purpose: '回电' })).body;

test('a case says in the resident’s own words what he came for, and who came, masked until it is asked for', async () => {
  const visitor = { name: '王秀英', phone: '13800000077', relation: '婆婆', onBehalfOf: '林婷' };
  const encounter = await record(at.worker, askingForACase({ visitor }));
  const view = await open(at.worker, { encounterId: encounter.id });
  const read = (await at.worker.get(`/api/v1/cases/${view.id}`)).body as CaseView;
  for (const one of [view, read])
    expect(one).toMatchObject({
      said: '想办一张孕妇联系单',
      caller: { name: '王**', phone: '138****0077', relation: '婆婆', onBehalfOf: '林*' },
    });
  expect(await whole(view.id)).toEqual({
    name: '王秀英',
    phone: '13800000077',
    onBehalfOf: '林婷',
  });
  const [looked] = await at.owner.rows<{ purpose: string }>(
    "select purpose from audit_entry where action = 'case.caller' and subject_id = $1",
    [view.id],
  );
  expect(looked?.purpose).toBe('回电');
  refused(
    await at.neighbour.post('/api/v1/cases/caller', { id: view.id, purpose: '看看' }),
    404,
    'not-found',
  );
});

test('a telephone that was not taken at first is added later: from then on there is somebody to be told', async () => {
  const encounter = await record(at.worker, askingForACase());
  const view = await open(at.worker, { encounterId: encounter.id });
  expect(view.caller).toBeUndefined();
  const told = await walk(at.colleague, view, {
    type: 'contact',
    data: { phone: '13800000055', name: '李四' },
  });
  expect(told.caller).toEqual({ name: '李*', phone: '138****0055' });
  expect(told.events.at(-1)?.data).toEqual({ name: '李*', phone: '138****0055' });
  expect(await whole(view.id)).toMatchObject({ name: '李四', phone: '13800000055' });
  const done = await walk(
    at.worker,
    told,
    { type: 'accept' },
    { type: 'answer', data: { answer: '好了' } },
  );
  expect(done.status).toBe('answered');
});

test('no telephone is added without one, nor to a case that is closed', async () => {
  const view = await open(at.worker, {});
  const add = (shown: CaseView, data: object) =>
    at.worker.post(
      `/api/v1/cases/${shown.id}/events`,
      { id: uuidv7(), type: 'contact', data },
      { version: shown.version },
    );
  refused(await add(view, { name: '李四' }), 422, 'invalid-input');
  const closed = await walk(at.worker, view, { type: 'withdraw' });
  refused(await add(closed, { phone: '13800000055' }), 409, 'transition-not-allowed');
});
