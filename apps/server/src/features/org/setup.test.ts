import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { OrgNode, SessionView } from '@qzt/contract/org';
import { testDatabase } from '@qzt/db/testing';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type HttpServer, makeServer } from '../../assembly/server.ts';
import { ship } from '../../assembly/ship.ts';
import { makeKeyring } from '../../platform/keys/index.ts';
import { makeLog } from '../../platform/log.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let folder: string;
let server: HttpServer;
let cookie = '';

beforeEach(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'qzt-keys-'));
  await ship(database.connection('owner'));
  server = await makeServer({
    connection: database.connection('app'),
    keyring: await makeKeyring(folder),
    log: makeLog('silent'),
    app: { checkAnswers: true },
  });
  cookie = '';
});
afterEach(async () => {
  await server.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function ask(
  method: 'GET' | 'POST',
  url: string,
  body?: object,
  key: string | null = uuidv7(),
) {
  const response = await server.app.inject({
    method,
    url,
    headers: { cookie, ...(key === null ? {} : { 'idempotency-key': key }) },
    ...(body ? { payload: body } : {}),
  });
  return { status: response.statusCode, body: response.json(), cookies: response.cookies };
}

const input = (code: string, more: object = {}) => ({
  code,
  district: '澄江区',
  subdistrict: '望潮街道',
  administrator: { name: '徐文', username: 'admin', password: 'a-good-password' },
  committees: ['林云居委会', '望潮居委会'],
  ...more,
});

test('an empty installation is set up once, with the code of the console', async () => {
  expect((await ask('GET', '/api/v1/setup')).body).toEqual({
    empty: true,
    demonstration: false,
    filling: null,
  });
  const code = (await server.openSetup())!;
  expect(await ask('POST', '/api/v1/setup', input(code), null)).toMatchObject({
    status: 400,
    body: { code: 'idempotency-key-required' },
  });
  const key = uuidv7();
  const made = await ask('POST', '/api/v1/setup', input(code), key);
  expect(made.status).toBe(201);
  expect(await ask('POST', '/api/v1/setup', input(code), key)).toMatchObject({
    status: 403,
    body: { code: 'not-permitted' },
  });
  expect(await server.openSetup()).toBeUndefined();
  expect((await ask('GET', '/api/v1/setup')).body).toMatchObject({ empty: false });

  const signIn = await ask('POST', '/api/v1/session', {
    username: 'admin',
    password: 'a-good-password',
  });
  const session = signIn.body as SessionView;
  expect(session).toMatchObject({
    org: { id: made.body.subdistrictId, kind: 'subdistrict', name: '望潮街道' },
    staff: { roles: ['subdistrictAdmin', 'catalogueMaintainer'] },
  });
  expect(session.committees).toHaveLength(2);
  cookie = `${signIn.cookies[0]!.name}=${signIn.cookies[0]!.value}`;
  const units = (await ask('GET', '/api/v1/org')).body.items as OrgNode[];
  expect(new Set(units.map((unit) => unit.code)).size).toBe(3);
  const committeeId = session.committees[0]!.id;
  const hours = await ask('GET', `/api/v1/opening-hours?committeeId=${committeeId}`);
  expect(hours.body.items).toMatchObject([{ standing: 'elsewhere', where: '常州天宁 2010' }]);
  expect(hours.body.items[0].bands).toHaveLength(10);
});

test('without the code of the console, or with bad input, nothing is made', async () => {
  expect(await ask('POST', '/api/v1/setup', input('K7QM-2VXH-9RTA'))).toMatchObject({
    status: 403,
    body: { code: 'not-permitted' },
  });
  const code = (await server.openSetup())!;
  const administrator = { name: '徐文', username: 'admin', password: 'quanzoutong-demo' };
  const wrong = [
    [input('K7QM-2VXH-9RTA'), 'code'],
    [input(code, { committees: ['林云', '望潮', '林云'] }), 'committees.2'],
    [input(code, { committees: [] }), 'committees'],
    [input(code, { administrator }), 'administrator.password'],
  ] as const;
  for (const [body, field] of wrong)
    expect(await ask('POST', '/api/v1/setup', body)).toMatchObject({
      status: 422,
      body: { code: 'invalid-input', fields: [{ path: field }] },
    });
  expect((await ask('GET', '/api/v1/setup')).body).toMatchObject({ empty: true });
});

test('of two set-ups at once one is made', async () => {
  const code = (await server.openSetup())!;
  const answers = await Promise.all([1, 2].map(() => ask('POST', '/api/v1/setup', input(code))));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
});
