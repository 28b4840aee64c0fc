import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeServer } from '../assembly/server.ts';
import { ship } from '../assembly/ship.ts';
import { holdsDemonstration, makeDemonstration } from '../features/demonstration/index.ts';
import { type Config, ConfigError } from '../platform/config.ts';
import { type OpenDatabase, openDatabase } from '../platform/database.ts';
import { type Keyring, makeKeyring, readKeyring } from '../platform/keys/index.ts';
import type { Logger } from '../platform/log.ts';
import { type Connection, withPool } from '../platform/pool.ts';
import { type Filling, startFilling } from './filling.ts';
import { startWorker, type Worker } from './worker.ts';

/** Secrets belong to their data: an installation that has records and no keyring must not get a new one. */
const keyringFor = (config: Config, owner: Connection): Promise<Keyring> =>
  withPool(owner, async (pool) => {
    const { rows } = await pool.query<{ used: boolean }>(
      'select exists (select from data_key) as used',
    );
    const existing = await readKeyring(config.keysDir).catch((error: Error) => error);
    if (!(existing instanceof Error)) return existing;
    if (rows[0]?.used) throw existing;
    return makeKeyring(config.keysDir);
  });

/** Gives a migrated database what the product ships, and answers with its secrets. */
export async function equip(config: Config, owner: Connection): Promise<Keyring> {
  const keyring = await keyringFor(config, owner);
  await ship(owner);
  return keyring;
}

/** Opens the database and everything that must be there before a request can be served. */
async function prepare(config: Config, log: Logger, onExit?: (error: Error) => void) {
  const database = await openDatabase(config, log, onExit);
  try {
    return { database, keyring: await equip(config, database.connection('owner')) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** So long the first words wait for a filled desk; requests are served meanwhile. */
const FIRST_COMMITTEE_MS = 4_000;

const DEMO_NOTICE = [
  '',
  '  ┌──────────────────────────────────────────────────────────────────┐',
  '  │  演示数据:人和地址都是编的,账号密码公开。不要放进真实资料!       │',
  '  │  账号 worker / head / worker2 / … 密码 quanzoutong-demo          │',
  '  │  正式使用请设 QZT_DEMO=0 并换一个 DATA_DIR                        │',
  '  └──────────────────────────────────────────────────────────────────┘',
  '',
].join('\n');

const PUBLIC_ACCOUNTS = [
  '这个数据文件夹里是演示数据:账号和密码(quanzoutong-demo)是公开的,不能当作正式系统使用。',
  '正式使用:保留 QZT_DEMO=0,并用 DATA_DIR(或 DATABASE_URL)指向一个新的空位置,再启动。',
  '只想看演示:去掉 QZT_DEMO=0 再启动。',
].join('\n');

const setupNotice = (address: string, code: string): string =>
  [
    '',
    '  还没有任何数据。请在浏览器里建立第一个街镇:',
    `  地址    ${address}/setup`,
    `  设置码  ${code}   (只用一次,重新启动会换新的)`,
    '',
  ].join('\n');

/** Runs the product until it is told to stop. */
export async function start(config: Config, log: Logger): Promise<void> {
  let database: OpenDatabase | undefined;
  let stopping: Promise<void> | undefined;
  let server: Awaited<ReturnType<typeof makeServer>> | undefined;
  let filling: Filling | undefined;
  let worker: Worker | undefined;
  let opening: Promise<unknown> = Promise.resolve();

  const stop = (code: number): Promise<void> => {
    stopping ??= (async () => {
      await Promise.allSettled([opening]);
      await filling?.stop();
      await worker?.stop();
      await server?.close();
      await database?.close();
      process.exit(code);
    })();
    return stopping;
  };
  // Before the database is started, so that a stop in the middle of the start leaves nothing running.
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      void stop(0);
    });

  opening = prepare(config, log, (error) => {
    log.fatal({ err: error }, 'the database ended');
    void stop(1);
  });
  const prepared = (await opening) as Awaited<ReturnType<typeof prepare>>;
  database = prepared.database;
  if (stopping !== undefined) return;
  const owner = database.connection('owner');
  if (config.demonstration && (await makeDemonstration(owner))) log.info('made the demonstration');
  const demonstration = await holdsDemonstration(owner);
  if (demonstration && !config.demonstration) {
    await database.close();
    throw new ConfigError(PUBLIC_ACCOUNTS);
  }
  if (demonstration && config.demonstrationCommittees > 0)
    filling = startFilling({
      connection: owner,
      keysDir: config.keysDir,
      committees: config.demonstrationCommittees,
      log,
    });

  const tls = config.tls && {
    cert: await readFile(config.tls.cert),
    key: await readFile(config.tls.key),
  };
  server = await makeServer({
    connection: database.connection('app'),
    owner,
    keyring: prepared.keyring,
    log,
    secure: tls !== undefined,
    publicOrigin: config.publicOrigin,
    app: { trustProxy: config.trustProxy, ...(tls ? { https: tls } : {}) },
  });
  server.app.server.on('request', () => filling?.busy());
  await server.app.listen({ port: config.port, host: config.host });
  const address = server.app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : config.port;
  if (stopping !== undefined) return;
  worker = startWorker({
    connection: database.connection('jobs'),
    ground: server.ground,
    log,
    demonstration,
  });
  if (filling)
    await Promise.race([filling.first, sleep(FIRST_COMMITTEE_MS, undefined, { ref: false })]);
  if (demonstration) process.stdout.write(`${DEMO_NOTICE}\n`);
  const reachable = config.host === '0.0.0.0' ? '127.0.0.1' : config.host;
  const home = `${tls ? 'https' : 'http'}://${reachable}:${port}`;
  const code = config.demonstration ? undefined : await server.openSetup();
  if (code !== undefined) process.stdout.write(`${setupNotice(home, code)}\n`);
  process.stdout.write(`全走通已启动: ${home}/desk\n`);
}
