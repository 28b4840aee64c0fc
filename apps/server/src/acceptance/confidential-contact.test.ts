import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../testing/product.ts';
import { type Committee, committee } from './testing/committee.ts';
import { askingForACase, newCase, oneLine, open, record, walk } from './testing/desk.ts';
import { refused } from './testing/problem.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
});
afterAll(() => at.end());

const listedBy = async (client: Client, url: string): Promise<string[]> =>
  ((await client.get(url)).body as { items: { id: string }[] }).items.map((one) => one.id);

test('case, contact, promise and taken ids go with a confidential case from one worker to the next', async () => {
  const encounter = await record(at.worker, askingForACase({ visitor: { phone: '13800000001' } }));
  const view = await open(at.worker, { encounterId: encounter.id, confidential: true });
  const promised = async (who: Client) => {
    const { items } = (await who.get('/api/v1/promises')).body as { items: { caseId: string }[] };
    return items.some((one) => one.caseId === view.id);
  };
  const reach = async (who: Client) => ({
    case: (await who.get(`/api/v1/cases/${view.id}`)).status,
    contact: (await who.get(`/api/v1/encounters/${encounter.id}`)).status,
    cases: (await listedBy(who, '/api/v1/cases?limit=100')).includes(view.id),
    contacts: (await listedBy(who, '/api/v1/encounters?limit=100')).includes(encounter.id),
    promised: await promised(who),
    caseId: (await who.post('/api/v1/cases', newCase({ id: view.id }))).status,
    contactId: (await who.post('/api/v1/encounters', oneLine({ id: encounter.id }))).status,
  });
  const all = { case: 200, contact: 200, cases: true, contacts: true, caseId: 409, contactId: 409 };
  const none = {
    case: 404,
    contact: 404,
    cases: false,
    contacts: false,
    promised: false,
    caseId: 404,
    contactId: 404,
  };
  expect(await reach(at.worker)).toEqual({ ...all, promised: true });
  expect(await reach(at.colleague)).toEqual(none);
  await walk(at.head, view, {
    type: 'assign',
    data: { firstAsked: at.world.colleagueId, handler: at.world.colleagueId, reason: '女同志接手' },
  });
  expect(await reach(at.colleague)).toEqual({ ...all, promised: true });
  expect(await reach(at.worker)).toEqual(none);
  expect(await reach(at.head)).toEqual({ ...all, promised: false });
});

test.each([{ confidential: true }, { serviceItem: 'BJM-059' }])(
  'a confidential case is opened from the contact of a colleague, who then knows of neither: %j',
  async (more) => {
    const encounter = await record(at.worker, askingForACase());
    const view = await open(at.colleague, { encounterId: encounter.id, ...more });
    const seen = await at.colleague.get(`/api/v1/encounters/${encounter.id}`);
    expect(seen.body).toMatchObject({ needs: [{ caseId: view.id, words: '想办一张孕妇联系单' }] });
    refused(await at.worker.get(`/api/v1/encounters/${encounter.id}`), 404, 'not-found');
    refused(await at.worker.get(`/api/v1/cases/${view.id}`), 404, 'not-found');
    expect((await at.head.get(`/api/v1/encounters/${encounter.id}`)).status).toBe(200);
  },
);

test('a contact about two confidential cases is seen by whoever sees one of them, and by nobody else', async () => {
  const hers = await open(at.colleague, { confidential: true });
  const [first, second] = [await open(at.worker, { confidential: true }), hers];
  await walk(at.head, first, {
    type: 'assign',
    data: { handler: at.world.colleagueId, reason: '一并接手' },
  });
  const about = [first, second].map(({ id }) => ({
    id: uuidv7(),
    words: '又来问',
    outcome: 'case',
    caseId: id,
  }));
  const { id } = await record(at.colleague, { needs: about });
  for (const who of [at.colleague, at.worker, at.head])
    expect((await who.get(`/api/v1/encounters/${id}`)).status).toBe(200);
  refused(await at.street.get(`/api/v1/encounters/${id}`), 404, 'not-found');
});
