import type { OrgNode, SessionView } from '@qzt/contract/org';
import type { CaseView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendMessages } from '../features/reception/send.service.ts';
import { pdfText } from '../platform/document/testing/pdf-text.ts';
import { expectStatus, openCase, readCase, rowsBehind } from '../testing/casework.ts';
import { testJobs } from '../testing/jobs.ts';
import { type Client, type TestProduct, testProduct } from '../testing/product.ts';
import { askingForACase, record } from './testing/desk.ts';
import { readRegister } from './testing/registers.ts';

let product: TestProduct;
/** The same person twice: one session practises, the other works. */
let trainee: Client;
let worker: Client;
let place: SessionView;
beforeAll(async () => {
  product = await testProduct();
  [trainee, worker] = [await product.as('worker'), await product.as('worker')];
  place = await practise(trainee);
}, 60_000);
afterAll(() => product.drop());

const practise = async (client: Client, on = true): Promise<SessionView> =>
  expectStatus<SessionView>(await client.send('PUT', '/api/v1/session/practice', { on }), 200);
const whoAmI = async (client: Client): Promise<SessionView> =>
  expectStatus<SessionView>(await client.get('/api/v1/session'), 200);
const orgsOf = async (client: Client): Promise<OrgNode[]> =>
  expectStatus<{ items: OrgNode[] }>(await client.get('/api/v1/org'), 200).items;

/** A case of the practice committee with a telephone, so that there is somebody to write to. */
async function exercise(): Promise<CaseView> {
  const startedAt = product.clock.now().toISOString();
  const { id } = await record(
    trainee,
    askingForACase({ startedAt, visitor: { phone: '13800000001' } }),
  );
  return openCase(trainee, { encounterId: id, serviceItem: 'BJM-005', title: '练习的一件' });
}

const officeIn = async (client: Client, kind: OrgNode['kind']): Promise<string> => {
  const found = (await orgsOf(client)).find((unit) => unit.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found.id;
};

test('one button leads into a committee of its own, as worker and head under the same name, and back', async () => {
  expect(place).toMatchObject({
    practice: true,
    org: { kind: 'committee', name: '林云居委会(演练)' },
    staff: { name: '孙晓梅', roles: ['worker', 'head', 'lineOwner'] },
  });
  expect(place.committees.map(({ id }) => id)).toEqual([place.org.id]);
  expect(place.permissions).toContain('phonebook.edit');
  expect(await whoAmI(worker)).toMatchObject({ practice: false, org: { name: '林云居委会' } });
  const other = await product.as('worker');
  const first = await practise(other);
  expect(first.staff.id).toBe(place.staff.id);
  expect(await practise(other, false)).toMatchObject({ practice: false });
});

test('whoever signs in again is outside, and whoever signs out of practice is out', async () => {
  const client = await product.as('worker2');
  await practise(client);
  expect(await whoAmI(await product.as('worker2'))).toMatchObject({ practice: false });
  expect((await client.send('DELETE', '/api/v1/session')).status).toBe(204);
  expect((await client.get('/api/v1/session')).status).toBe(401);
});

test('the place is filled: people, cases, lists, somebody at the desk', async () => {
  const [found] = await rowsBehind<{ households: number; cases: number }>(
    product,
    `select (select count(*)::int from household where committee_id = $1) as households,
       (select count(*)::int from case_file where committee_id = $1) as cases`,
    [place.org.id],
  );
  expect(found?.households).toBe(60);
  expect(found?.cases).toBeGreaterThan(30);
  expect(found?.cases).toBeLessThan(80);
  const mine = expectStatus<{ total: number }>(
    await trainee.get('/api/v1/worklists/promises'),
    200,
  );
  expect(mine.total).toBeGreaterThan(3);
});

test('what is done there is nowhere outside, and what is outside is not there', async () => {
  const practised = await exercise();
  const real = await openCase(worker, { title: '真的一件' });
  expect(await readCase(trainee, practised.id)).toMatchObject({ title: '练习的一件' });
  for (const name of ['worker', 'head', 'street', 'officer', 'centre', 'worker2'])
    expect((await (await product.as(name)).get(`/api/v1/cases/${practised.id}`)).status, name).toBe(
      404,
    );
  expect((await trainee.get(`/api/v1/cases/${real.id}`)).status).toBe(404);
  expect((await readRegister(trainee)).items.length).toBeGreaterThan(0);
  for (const name of ['head', 'street']) {
    const lines = JSON.stringify(await readRegister(await product.as(name)));
    expect(lines, name).toContain(real.number);
    expect(lines, name).not.toContain(practised.number);
  }
});

test('no list of organisations knows the place, and it knows none but its own offices', async () => {
  for (const name of ['worker', 'head', 'street', 'district', 'auditor']) {
    const client = await product.as(name);
    const names = (await orgsOf(client)).map((unit) => unit.name);
    expect(
      names.filter((one) => one.includes('演练')),
      name,
    ).toEqual([]);
    const { committees } = await whoAmI(client);
    expect(
      committees.map(({ id }) => id),
      name,
    ).not.toContain(place.org.id);
    const staff = await client.get('/api/v1/staff');
    expect(JSON.stringify(staff.body), name).not.toContain(place.staff.id);
  }
  const known = await orgsOf(trainee);
  expect(known.length).toBeGreaterThan(3);
  expect(known.filter(({ name }) => !name.endsWith('(演练)'))).toEqual([]);
});

test('a case is handed to an office of practice, and to no real one', async () => {
  const seen = await exercise();
  const step = (type: string, data: object | undefined, version: number) =>
    trainee.post(`/api/v1/cases/${seen.id}/events`, { id: uuidv7(), type, data }, { version });
  const accepted = expectStatus<CaseView>(await step('accept', undefined, seen.version), 201);
  const realCentre = await officeIn(worker, 'centre');
  const refused = await step('refer', { to: { kind: 'centre', id: realCentre } }, accepted.version);
  expect(refused.status).toBe(422);
  const own = await officeIn(trainee, 'centre');
  const referred = expectStatus<CaseView>(
    await step('refer', { to: { kind: 'centre', id: own } }, accepted.version),
    201,
  );
  expect(referred).toMatchObject({ status: 'referred' });
  const real = await openCase(worker);
  const across = await worker.post(
    `/api/v1/cases/${real.id}/events`,
    { id: uuidv7(), type: 'transfer', data: { to: { kind: 'centre', id: own } } },
    { version: real.version },
  );
  expect(across.status).toBe(403);
});

test('no message about it ever leaves, and each says why', async () => {
  const { id } = await exercise();
  const jobs = testJobs(product);
  await sendMessages(jobs);
  await jobs.end();
  const rows = await rowsBehind(
    product,
    'select distinct state, last_error from message where case_id = $1',
    [id],
  );
  expect(rows).toEqual([{ state: 'dropped', last_error: 'practice' }]);
  const theirs = await rowsBehind<{ id: string }>(
    product,
    'select id from message where committee_id = $1',
    [place.org.id],
  );
  const known = new Set(theirs.map((row) => row.id));
  expect(jobs.sent.filter((message) => known.has(message.id))).toEqual([]);
});

test('its code opens no public page', async () => {
  const { track } = await exercise();
  expect(track).toBeDefined();
  expect((await product.anybody.get(track?.url ?? '')).body).toMatchObject({ state: 'unknown' });
});

test('a window that believes to be elsewhere writes nothing', async () => {
  const body = { id: uuidv7(), kind: 'problem', title: '写错了地方' };
  const wrong = await trainee.post('/api/v1/cases', body, { headers: { 'qzt-practice': 'no' } });
  expect(wrong).toMatchObject({ status: 403, body: { code: 'not-permitted' } });
  const outside = await worker.post('/api/v1/cases', body, { headers: { 'qzt-practice': 'yes' } });
  expect(outside.status).toBe(403);
  expect((await trainee.get(`/api/v1/cases/${body.id}`)).status).toBe(404);
  const right = await trainee.post('/api/v1/cases', body, { headers: { 'qzt-practice': 'yes' } });
  expect(right.status).toBe(201);
});

test('only the people of a committee practise, and none changes a password there', async () => {
  for (const name of ['street', 'officer', 'district', 'auditor', 'centre']) {
    const answer = await (await product.as(name)).send('PUT', '/api/v1/session/practice', {
      on: true,
    });
    expect(answer.status, name).toBe(403);
  }
  expect((await product.anybody.send('PUT', '/api/v1/session/practice', { on: true })).status).toBe(
    401,
  );
  const change = { current: 'quanzoutong-demo', next: 'ein-anderes-wort-42' };
  expect((await trainee.send('PUT', '/api/v1/session/password', change)).status).toBe(403);
  expect((await worker.send('PUT', '/api/v1/practice/beginning')).status).toBe(403);
});

test('the exercises of the first day are done when something is stored, in practice and last outside', async () => {
  const client = await product.as('head2');
  const steps = async () => {
    const { steps: all } = expectStatus<{ steps: { step: string; done: boolean }[] }>(
      await client.get('/api/v1/practice/first-day'),
      200,
    );
    return all.filter(({ done }) => done).map(({ step }) => step);
  };
  expect(await steps()).toEqual([]);
  await practise(client);
  expect(await steps()).toEqual([]);
  product.clock.set('2026-11-24T10:05:00+08:00');
  const startedAt = '2026-11-24T10:04:00+08:00';
  await record(client, {
    startedAt,
    needs: [{ id: uuidv7(), words: '问敬老卡', serviceItem: 'BJM-039', outcome: 'advice' }],
  });
  expect(await steps()).toEqual(['find']);
  await openCase(client, { settle: { answer: '告诉他怎么走了' } });
  expect(await steps()).toEqual(['find', 'settle']);
  const open = await openCase(client);
  const accepted = expectStatus<CaseView>(
    await client.post(
      `/api/v1/cases/${open.id}/events`,
      { id: uuidv7(), type: 'accept' },
      { version: open.version },
    ),
    201,
  );
  await client.post(
    `/api/v1/cases/${open.id}/events`,
    {
      id: uuidv7(),
      type: 'refer',
      data: { to: { kind: 'centre', id: await officeIn(client, 'centre') } },
    },
    { version: accepted.version },
  );
  await client.post('/api/v1/loans', { id: uuidv7(), thing: { code: 'umbrella' } });
  expect(await steps()).toEqual(['find', 'settle', 'promise', 'refer', 'lend']);
  await practise(client, false);
  expect(await steps()).toEqual(['find', 'settle', 'promise', 'refer', 'lend']);
  await record(client);
  expect(await steps()).toEqual(['find', 'settle', 'promise', 'refer', 'lend', 'real']);
});

test('one step leads back to the beginning, and nothing real goes with it', async () => {
  const practised = await exercise();
  const real = await openCase(worker, { title: '不能丢的一件' });
  const log = 'select count(*)::int as n from audit_entry where owner_org_id = $1';
  const [before] = await rowsBehind<{ n: number }>(product, log, [place.org.id]);
  expect((await trainee.send('PUT', '/api/v1/practice/beginning')).status).toBe(204);
  expect((await trainee.get(`/api/v1/cases/${practised.id}`)).status).toBe(404);
  expect((await readRegister(trainee)).items.length).toBeGreaterThan(0);
  expect(await readCase(worker, real.id)).toMatchObject({ title: '不能丢的一件' });
  const [after] = await rowsBehind<{ n: number }>(product, log, [place.org.id]);
  expect(after?.n).toBeGreaterThan(before?.n ?? 0);
});

test('what is printed there says on the page that it does not count, and where', async () => {
  const { id } = await exercise();
  const paper = await trainee.get(`/api/v1/cases/${id}/slip.pdf?size=a5`);
  expect(paper.status).toBe(200);
  const text = (await pdfText(paper.bytes)).join('');
  expect(text).toContain('演练不作数');
  expect(text).toContain('林云居委会(演练)');
  const real = await worker.get(`/api/v1/cases/${(await openCase(worker)).id}/slip.pdf?size=a5`);
  expect((await pdfText(real.bytes)).join('')).not.toContain('演练');
});
