import type { CaseView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../testing/product.ts';
import { type Committee, committee } from './testing/committee.ts';
import {
  askingForACase,
  newCase,
  oneLine,
  open,
  post,
  read,
  record,
  walk,
} from './testing/desk.ts';
import { changed } from './testing/owner.ts';
import { refused } from './testing/problem.ts';

let at: Committee;
let secret: CaseView;
let contact: string;
beforeAll(async () => {
  at = await committee();
  contact = (await record(at.worker, askingForACase({ visitor: { phone: '13800000001' } }))).id;
  secret = await open(at.worker, {
    encounterId: contact,
    confidential: true,
    safePhone: '13800000009',
  });
});
afterAll(() => at.end());

const outsiders: readonly [string, () => Client][] = [
  ['a colleague of the same committee', () => at.colleague],
  ['a neighbour', () => at.neighbour],
  ['the subdistrict', () => at.street],
  ['an officer', () => at.officer],
  ['the centre', () => at.centre],
];

const listedBy = async (client: Client, url: string): Promise<string[]> => {
  const answer = await client.get(url);
  if (answer.status === 403) return [];
  return (answer.body as { items: { id: string }[] }).items.map((one) => one.id);
};

test.each(outsiders)(
  'to %s a confidential case is not there, in no way of asking',
  async (_, client) => {
    const who = client();
    refused(await who.get(`/api/v1/cases/${secret.id}`), 404, 'not-found');
    refused(await who.get(`/api/v1/encounters/${contact}`), 404, 'not-found');
    for (const query of ['', '&status=registered', `&handler=${at.staff.worker.id}`])
      expect(await listedBy(who, `/api/v1/cases?limit=100${query}`)).not.toContain(secret.id);
    expect(await listedBy(who, '/api/v1/encounters?limit=100')).not.toContain(contact);
    const event = secret.events[0]?.id ?? '';
    const before = await at.owner.contents();
    for (const version of [1, 2])
      for (const step of [
        { type: 'note', note: '好奇' },
        { type: 'accept' },
        { id: event, type: 'note', note: '好奇' },
      ])
        refused(await post(who, secret.id, version, step), 404, 'not-found');
    expect(changed(before, await at.owner.contents())).toEqual([]);
  },
);

test('an id that is taken by a confidential case does not give it away', async () => {
  refused(await at.colleague.post('/api/v1/cases', newCase({ id: secret.id })), 404, 'not-found');
  refused(
    await at.colleague.post('/api/v1/encounters', oneLine({ id: contact })),
    404,
    'not-found',
  );
  const unknown = uuidv7();
  const about = (caseId: string) =>
    at.colleague.post(
      '/api/v1/encounters',
      oneLine({ needs: [{ id: uuidv7(), words: '打听', outcome: 'case', caseId }] }),
    );
  const [hidden, absent] = [await about(secret.id), await about(unknown)];
  expect(hidden.status).toBe(absent.status);
  expect(hidden.status).toBe(404);
  const own = await open(at.colleague);
  const duplicate = (of: string) =>
    post(at.colleague, own.id, 1, { type: 'duplicate', data: { of } });
  const [ofHidden, ofAbsent] = [await duplicate(secret.id), await duplicate(unknown)];
  expect({ ...(ofHidden.body as object), traceId: '' }).toEqual({
    ...(ofAbsent.body as object),
    traceId: '',
  });
  refused(
    await at.colleague.post('/api/v1/cases', newCase({ encounterId: contact })),
    404,
    'not-found',
  );
});

test('the worker first asked and the head see it, in lists too, and work on it', async () => {
  for (const client of [at.worker, at.head]) {
    expect((await read(client, secret.id)).id).toBe(secret.id);
    expect(await listedBy(client, '/api/v1/cases?limit=100')).toContain(secret.id);
    expect((await client.get(`/api/v1/encounters/${contact}`)).status).toBe(200);
  }
  const accepted = await walk(at.worker, secret, { type: 'accept' });
  expect((await walk(at.head, accepted, { type: 'note', note: '已知晓' })).version).toBe(3);
});

test('a later contact about it is as hidden as the first', async () => {
  const later = await record(at.worker, {
    needs: [{ id: uuidv7(), words: '又来问', outcome: 'case', caseId: secret.id }],
  });
  expect((await at.head.get(`/api/v1/encounters/${later.id}`)).status).toBe(200);
  for (const client of [at.colleague, at.street]) {
    refused(await client.get(`/api/v1/encounters/${later.id}`), 404, 'not-found');
    expect(await listedBy(client, '/api/v1/encounters?limit=100')).not.toContain(later.id);
  }
});

test('an item that is confidential by its nature makes the case so without anybody saying it', async () => {
  const { id } = await open(at.worker, { serviceItem: 'BJM-059' });
  refused(await at.colleague.get(`/api/v1/cases/${id}`), 404, 'not-found');
  expect((await read(at.head, id)).id).toBe(id);
});

test('assigned to a colleague, she sees it and whoever had it before does not unless first asked', async () => {
  const view = await open(at.worker, { confidential: true });
  const given = await walk(at.head, view, {
    type: 'assign',
    data: { firstAsked: at.world.colleagueId, handler: at.world.colleagueId, reason: '女同志接手' },
  });
  expect((await read(at.colleague, view.id)).id).toBe(view.id);
  expect(given.firstAsked.id).toBe(at.world.colleagueId);
  refused(await at.worker.get(`/api/v1/cases/${view.id}`), 404, 'not-found');
});

test('referred, the office that it is with sees it, and loses sight of it when it is taken back', async () => {
  const view = await walk(at.worker, await open(at.worker, { confidential: true }), {
    type: 'accept',
  });
  refused(await at.centre.get(`/api/v1/cases/${view.id}`), 404, 'not-found');
  const referred = await walk(at.worker, view, {
    type: 'refer',
    data: { to: { kind: 'centre', id: at.world.centreId } },
  });
  expect((await read(at.centre, view.id)).id).toBe(view.id);
  for (const client of [at.officer, at.colleague, at.street, at.neighbour])
    refused(await client.get(`/api/v1/cases/${view.id}`), 404, 'not-found');
  await walk(at.head, referred, { type: 'take-back', note: '自己办' });
  refused(await at.centre.get(`/api/v1/cases/${view.id}`), 404, 'not-found');
});
