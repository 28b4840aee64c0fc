import { join } from 'node:path';
import { startEmbedded } from '@qzt/db/embedded';
import { migrate } from '@qzt/db/migrate';
import type pg from 'pg';
import { makeServer } from '../../../apps/server/src/assembly/server.ts';
import { ship } from '../../../apps/server/src/assembly/ship.ts';
import { makeDemonstration } from '../../../apps/server/src/features/demonstration/index.ts';
import { type Keyring, makeKeyring } from '../../../apps/server/src/platform/keys/index.ts';
import { makeLog } from '../../../apps/server/src/platform/log.ts';
import { idMaker } from '../load/fresh-ids.ts';
import { FRESH_ID, type Request } from '../load/http-text.ts';
import { openClient } from '../product/open-client.ts';
import { databaseOf } from '../product/start-product.ts';
import type { Workplace } from '../product/workplace.ts';
import { type SentStatement, StatementLog } from './statement-log.ts';

/** For the time of loading only: what breaks here is thrown away. The product starts on its own settings. */
export const LOADING = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  max_wal_size: '16GB',
  checkpoint_timeout: '1h',
  shared_buffers: '512MB',
  maintenance_work_mem: '512MB',
  max_parallel_maintenance_workers: '2',
};

const freshId = idMaker();

/** Asks the product as `worker`, within this process; the answer's body. */
export type Ask = (
  request: Request,
  headers?: Readonly<Record<string, string>>,
) => Promise<Record<string, unknown>>;

/** The product in this process on a new data folder, with a view of every statement that reaches the database. */
export interface Seed {
  readonly owner: pg.ClientConfig;
  readonly superuser: pg.ClientConfig;
  readonly keyring: Keyring;
  readonly ask: Ask;
  /** How the product's own connections plan and commit, as options for whoever is compared with it. */
  readonly sessionOptions: string;
  /** The statements that one request sends. Asked twice, so that what is kept in memory is there already. */
  watch(request: () => Request): Promise<SentStatement[]>;
  close(): Promise<void>;
}

/** Makes a new installation with the demonstration's organisations and accounts, and nothing else. */
export async function makeSeed(workplace: Workplace, dataDir: string): Promise<Seed> {
  const log = new StatementLog();
  const database = await startEmbedded({
    dataDir: databaseOf(dataDir),
    settings: LOADING,
    log: (line) => log.take(line),
  });
  workplace.onEnd(() => database.stop());
  const owner = database.connection('owner');
  const superuser = { ...database.connection('owner'), user: 'postgres' };
  await migrate(owner);
  const keyring = await makeKeyring(join(dataDir, 'keys'));
  await ship(owner);
  await makeDemonstration(owner);
  // As an office's administrator could not: the product keeps statements out of its log on the command line.
  await once(superuser, [
    "alter role qzt_app set log_statement = 'all'",
    'alter role qzt_app set log_parameter_max_length = -1',
    "alter role qzt_app set log_error_verbosity = 'default'",
  ]);
  const server = await makeServer({
    connection: database.connection('app'),
    keyring,
    log: makeLog('silent'),
  });
  const session = await server.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { username: 'worker', password: 'quanzoutong-demo' },
  });
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

  const ask: Ask = async ({ method, path, body }, headers = {}) => {
    const id = freshId();
    const payload = JSON.stringify(body)?.replaceAll(FRESH_ID, id);
    const answer = await server.app.inject({
      method,
      url: path,
      headers: {
        cookie,
        'idempotency-key': id,
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.payload}`);
    return answer.json();
  };

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= (async () => {
      await server.close();
      await once(superuser, ['alter role qzt_app reset all']);
      await database.stop();
    })();
    return closing;
  };
  workplace.onEnd(close);
  const { rows } = await server.ground.pool.query<{ option: string }>(SESSION_OPTIONS);

  return {
    owner,
    superuser,
    keyring,
    ask,
    sessionOptions: rows.map(({ option }) => option).join(' '),
    async watch(request) {
      await ask(request());
      await settled(database.connection('app'), log);
      log.forget();
      await ask(request());
      await settled(database.connection('app'), log);
      return log.statements().filter(({ text }) => !text.startsWith(MARK));
    },
    close,
  };
}

/** Only where it was set by the session: what comes from the loading server's settings is not the product's. */
const SESSION_OPTIONS = `select format('-c %s=%s', name, setting) as option from pg_settings
  where name in ('plan_cache_mode', 'synchronous_commit', 'jit') and source in ('client', 'session', 'user', 'database')`;

const MARK = 'select 1 as mark';

/** The log arrives a little after the answer: a statement of our own shows that all before it has arrived. */
async function settled(app: pg.ClientConfig, log: StatementLog): Promise<void> {
  const mark = `${MARK}_${freshId().replaceAll('-', '')}`;
  const seen = log.until(mark);
  await once(app, [mark]);
  await seen;
}

async function once(connection: pg.ClientConfig, texts: readonly string[]): Promise<void> {
  const client = await openClient(connection);
  for (const text of texts) await client.query(text);
  await client.end();
}
