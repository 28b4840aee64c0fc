import { existsSync, readFileSync } from 'node:fs';
import { ENDPOINTS } from '@qzt/contract';
import { inTransaction, makePool } from '@qzt/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answer, Client } from '../testing/product.ts';
import { type Committee, committee } from './testing/committee.ts';
import {
  CONFIDENTIAL_PAGES,
  CONFIDENTIAL_PLACES,
  type Place,
  type Question,
  type Secret,
} from './testing/confidential-places.ts';
import { askingForACase, open, record } from './testing/desk.ts';
import { settleIn } from './testing/residents.ts';

let at: Committee;
let secret: Secret;
let marks: readonly string[];
beforeAll(async () => {
  at = await committee();
  const { id: residentId, householdId } = await settleIn(at.product, at.owner, {
    committeeId: at.staff.worker.org,
    name: '柳如意',
    phone: '13800007777',
    door: '1-502',
  });
  const { id: encounterId } = await record(
    at.worker,
    askingForACase({ residentId, householdId, startedAt: '2026-11-24T09:59:00+08:00' }),
  );
  const made = await open(at.worker, {
    encounterId,
    residentId,
    title: '家里出的那件事',
    urgent: true,
    confidential: true,
    safePhone: '13800000009',
  });
  secret = { caseId: made.id, encounterId, residentId, version: made.version };
  marks = [made.id, made.number, made.title, encounterId, '13800000009'];
});
afterAll(() => at.end());

const outsiders = (): readonly Client[] => [
  at.colleague,
  at.neighbour,
  at.street,
  at.officer,
  at.centre,
];

const ask = (client: Client, { method, url, body, version }: Question): Promise<Answer> =>
  method === 'GET'
    ? client.get(url)
    : client.post(url, body, version === undefined ? {} : { version });

const marksIn = ({ body }: Answer): string[] => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return marks.filter((mark) => text.includes(mark));
};

const placesOf = <S extends Place['sort']>(sort: S) =>
  Object.entries(CONFIDENTIAL_PLACES).flatMap(([name, place]) =>
    place.sort === sort ? [[name, place as Extract<Place, { sort: S }>] as const] : [],
  );

test('every endpoint of the contract has its place in the list, and no other', () => {
  expect(Object.keys(CONFIDENTIAL_PLACES).sort()).toEqual(Object.keys(ENDPOINTS).sort());
});

test('every page beside the contract has its place too', () => {
  const routes = at.product.app.printRoutes({ commonPrefix: false }).split('\n');
  const first = routes.flatMap((line) => /^ {4}[├└]── ([^\s/]+)/u.exec(line)?.[1] ?? []);
  // `*`: files of the screens, only where they were built.
  const pages = [...new Set(first)].filter((name) => name !== 'api' && name !== '*');
  expect(pages.sort()).toEqual(Object.keys(CONFIDENTIAL_PAGES).sort());
});

test.each(placesOf('record'))('%s: to whoever is not named there is none', async (_, place) => {
  for (const question of place.ask(secret))
    for (const outsider of outsiders()) {
      const answer = await ask(outsider, question);
      expect([403, 404], JSON.stringify(answer.body)).toContain(answer.status);
      expect(marksIn(answer)).toEqual([]);
    }
});

test.each(placesOf('list'))('%s: no mark of it but to those named', async (_, place) => {
  const questions = place.ask(secret);
  for (const question of questions)
    for (const outsider of outsiders()) expect(marksIn(await ask(outsider, question))).toEqual([]);
  const named = await Promise.all(
    [at.worker, at.head].flatMap((client) => questions.map((question) => ask(client, question))),
  );
  expect(named.flatMap(marksIn).length).toBeGreaterThan(0);
});

test.each(placesOf('record'))('%s: whoever is named is answered', async (_, place) => {
  for (const question of place.ask(secret)) {
    const { status } = await ask(at.worker, question);
    expect([200, 201, 422]).toContain(status);
  }
});

test('a place that is asked elsewhere names a test that is about it', () => {
  const pages = Object.entries(CONFIDENTIAL_PAGES).flatMap(([name, place]) =>
    place.sort === 'elsewhere' ? [[name, place] as const] : [],
  );
  for (const [name, { test: file }] of [...placesOf('elsewhere'), ...pages]) {
    const address = new URL(`../${file}`, import.meta.url);
    expect(existsSync(address), name).toBe(true);
    expect(readFileSync(address, 'utf8'), name).toContain('confidential');
  }
});

test('no table gives a row about it to whoever is not named', async () => {
  const tables = await at.owner.rows<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'committee_id'
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  const about = tables
    .map(
      ({ name }) =>
        `select '${name}' as name from ${name} t where t::text like '%' || $1 || '%' having count(*) > 0`,
    )
    .join(' union all ');
  const holding = await at.owner.rows<{ name: string }>(about, [secret.caseId]);
  expect(holding.length).toBeGreaterThan(5);
  const pool = makePool({
    connection: at.product.connection('app'),
    max: 1,
    onError: () => undefined,
  });
  const { org } = at.staff.worker;
  const seenBy = (staff: string) =>
    inTransaction(
      pool,
      { committees: [org], orgs: [org], org, staff, permissions: ['case.read', 'case.write'] },
      async (tx) => {
        const seen = await Promise.all(
          holding.map(({ name }) =>
            tx.read<{ found: string }>(
              `select '${name}' as found from ${name} t where t::text like '%' || $1 || '%' limit 1`,
              [secret.caseId],
            ),
          ),
        );
        return seen.flat().map(({ found }) => found);
      },
    );
  expect(await seenBy(at.world.colleagueId)).toEqual([]);
  expect((await seenBy(at.staff.worker.id)).length).toBeGreaterThan(3);
  await pool.end();
});

test('a colleague who is named sees it in each place, and no more once the name is taken away', async () => {
  const lists = placesOf('list').flatMap(([, place]) => place.ask(secret));
  const seen = async () => {
    const answers = await Promise.all(lists.map((question) => ask(at.colleague, question)));
    return answers.flatMap(marksIn).length;
  };
  const step = async (type: string) => {
    const { body } = await at.worker.get(`/api/v1/cases/${secret.caseId}`);
    const { version } = body as { version: number };
    return at.worker.post(
      `/api/v1/cases/${secret.caseId}/events`,
      { id: crypto.randomUUID(), type, data: { staff: at.world.colleagueId } },
      { version },
    );
  };
  expect((await step('share')).status).toBe(201);
  expect((await at.colleague.get(`/api/v1/cases/${secret.caseId}`)).status).toBe(200);
  expect(await seen()).toBeGreaterThan(0);
  expect((await step('unshare')).status).toBe(201);
  expect((await at.colleague.get(`/api/v1/cases/${secret.caseId}`)).status).toBe(404);
  expect(await seen()).toBe(0);
});
