import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestDatabase, testDatabase } from '@qzt/db/testing';
import { v7 as uuidv7 } from 'uuid';
import { recountOf } from '../assembly/recount.ts';
import { type HttpOptions, type HttpServer, makeServer } from '../assembly/server.ts';
import { ship } from '../assembly/ship.ts';
import { makeDemonstration } from '../features/demonstration/index.ts';
import { recountWhatIsWanted } from '../features/promise/index.ts';
import type { Clock } from '../platform/clock.ts';
import { makeKeyring, readKeyring } from '../platform/keys/index.ts';
import { makeLog } from '../platform/log.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | number | undefined>;
  readonly body: unknown;
  /** The answer as it came, for files. */
  readonly bytes: Buffer;
}

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  set(instant: string): void;
}

export interface CallOptions {
  readonly key?: string | null;
  readonly version?: number | string;
  readonly headers?: Record<string, string>;
  readonly payload?: string;
}

/** Somebody signed in: a cookie and the ways to ask. */
export interface Client {
  get(url: string): Promise<Answer>;
  send(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    options?: CallOptions,
  ): Promise<Answer>;
  post(url: string, body?: unknown, options?: CallOptions): Promise<Answer>;
}

/** Settings of the installation that a test wants otherwise. */
type ServerExtras = Pick<HttpOptions, 'publicOrigin'>;

export interface TestProduct extends HttpServer {
  readonly clock: TestClock;
  readonly connection: Awaited<ReturnType<typeof testDatabase>>['connection'];
  /** Where its secrets lie. */
  readonly keysDir: string;
  as(username: string, password?: string): Promise<Client>;
  readonly anybody: Client;
  /** What the server's task does every few seconds: counts due times anew where it is wanted; how many cases moved. */
  recount(): Promise<number>;
  drop(): Promise<void>;
}

function headersOf(cookie: string | undefined, payload: string | undefined, options: CallOptions) {
  const { key = uuidv7(), version } = options;
  const headers: Record<string, string> = {};
  if (cookie) headers.cookie = cookie;
  if (payload !== undefined) headers['content-type'] = 'application/json';
  if (key !== null) headers['idempotency-key'] = key;
  if (version !== undefined)
    headers['if-match'] = typeof version === 'number' ? `"${version}"` : version;
  return { ...headers, ...options.headers };
}

/** The product as a stranger meets it: real database, real secrets, every endpoint, the demonstration's accounts. */
export async function testProduct(
  startAt = '2026-11-24T10:00:00+08:00',
  log = makeLog('silent'),
  more: ServerExtras = {},
): Promise<TestProduct> {
  const database = await testDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'qzt-keys-'));
  await ship(database.connection('owner'));
  await makeDemonstration(database.connection('owner'));
  await makeKeyring(folder);
  return productOn(database, folder, startAt, log, more);
}

/** The product on a database with its secrets, both of which go with it. */
export async function productOn(
  database: TestDatabase,
  folder: string,
  startAt: string,
  log = makeLog('silent'),
  more: ServerExtras = {},
): Promise<TestProduct> {
  let now = new Date(startAt);
  const clock: TestClock = {
    now: () => new Date(now),
    set: (instant) => {
      now = new Date(instant);
    },
  };
  const server = await makeServer({
    ...more,
    connection: database.connection('app'),
    owner: database.connection('owner'),
    keyring: await readKeyring(folder),
    log,
    clock,
    // Says as JSON what a page is given: how it is drawn is tested where it is drawn.
    residentPages: { track: (page) => JSON.stringify(page) },
    app: { checkAnswers: true },
  });
  const { app } = server;

  const client = (cookie?: string): Client => {
    const send: Client['send'] = async (method, url, body, options = {}) => {
      const payload = options.payload ?? (body === undefined ? undefined : JSON.stringify(body));
      const response = await app.inject({
        method,
        url,
        headers: headersOf(cookie, payload, options),
        ...(payload === undefined ? {} : { payload }),
      });
      const text = response.payload;
      const json = text.startsWith('{') || text.startsWith('[');
      return {
        status: response.statusCode,
        headers: response.headers,
        body: json ? JSON.parse(text) : text,
        bytes: response.rawPayload,
      };
    };
    return {
      send,
      post: (url, body, options) => send('POST', url, body, options),
      get: (url) => send('GET', url, undefined, { key: null }),
    };
  };

  return {
    ...server,
    clock,
    connection: database.connection,
    keysDir: folder,
    anybody: client(),
    recount: () => recountWhatIsWanted(recountOf(server.ground)),
    async as(username, password = 'quanzoutong-demo') {
      const response = await app.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers: { 'content-type': 'application/json' },
        payload: JSON.stringify({ username, password }),
      });
      const cookie = response.cookies[0];
      if (response.statusCode !== 200 || cookie === undefined)
        throw new Error(`no sign-in: ${response.payload}`);
      return client(`${cookie.name}=${cookie.value}`);
    },
    async drop() {
      await server.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
