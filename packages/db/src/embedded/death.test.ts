import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { temporaryFolder } from '../testing/index.ts';
import { chooseIdentity } from './identity.ts';
import { type LaunchError, startEmbedded } from './index.ts';
import { findInstallation } from './installation.ts';
import { spawnPostmaster } from './postmaster.ts';
import { processesIn, waitForEnd } from './processes.ts';
import { settingArguments } from './settings.ts';

const settings = { fsync: 'off' };
let folder = '';
let dataDir = '';

beforeEach(async () => {
  folder = await temporaryFolder();
  dataDir = join(folder, 'db');
});
afterEach(async () => {
  expect(await processesIn(join(dataDir, 'data'))).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

/** Another process that owns the server. It says the postmaster's id, or why it could not start. */
function startOwner(): ChildProcess & { said: Promise<string> } {
  const script = `
    import { startEmbedded } from ${JSON.stringify(new URL('./index.ts', import.meta.url))};
    const start = startEmbedded({ dataDir: process.argv[1], settings: { fsync: 'off' } });
    await start.then((server) => console.log(server.pid), (error) => console.log(error.code, error.message));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = once(child.stdout, 'data').then(([chunk]) => String(chunk).trim());
  return Object.assign(child, { said });
}

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) {
    await sleep(2);
  }
}

test('the server is shut down when its owner is killed, and a start goes on', async () => {
  const owner = startOwner();
  const postmaster = Number(await owner.said);
  owner.kill('SIGKILL');
  expect(await waitForEnd([postmaster], 10_000)).toEqual([]);
  expect(existsSync(join(dataDir, 'data', 'postmaster.pid'))).toBe(false);
  const server = await startEmbedded({ dataDir, settings });
  expect(await ask(server.connection('app'), 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test('a start that follows a kill at once waits for the end of the old server', async () => {
  const owner = startOwner();
  const postmaster = Number(await owner.said);
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  const server = await startEmbedded({ dataDir, settings });
  expect(server.pid).not.toBe(postmaster);
  expect(await ask(server.connection('app'), 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test('a second start is refused while the owner lives, and the server goes on', async () => {
  const server = await startEmbedded({ dataDir, settings });
  const other = startOwner();
  expect(await other.said).toMatch(new RegExp(`^in-use .*进程号 ${process.pid}`));
  other.kill('SIGKILL');
  await expect(startEmbedded({ dataDir, settings })).rejects.toThrow('正由另一个进程使用');
  expect(await ask(server.connection('app'), 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test('a kill during the first start leaves nothing that disturbs the next', async () => {
  const owner = startOwner();
  const drafts = async () =>
    existsSync(dataDir) && (await readdir(dataDir)).some((name) => name.startsWith('data.new-'));
  await until(drafts);
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  const server = await startEmbedded({ dataDir, settings });
  expect(await drafts()).toBe(false);
  expect(await ask(server.connection('app'), 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test('an orphan that nobody watches is found and stopped', async () => {
  await (await startEmbedded({ dataDir, settings })).stop();
  const run = join(dataDir, 'run');
  const orphan = await spawnPostmaster({
    installation: await findInstallation(),
    identity: await chooseIdentity({
      programs: [],
      folder: run,
      owner: undefined,
      prepare: async () => undefined,
    }),
    folders: { root: dataDir, data: join(dataDir, 'data'), run },
    settings: settingArguments(run, 5432, settings),
    log: () => undefined,
  });
  await until(() => existsSync(join(run, '.s.PGSQL.5432')));
  const notes: string[] = [];
  const server = await startEmbedded({ dataDir, settings, log: (line) => notes.push(line) });
  expect(await orphan.ended).toBe('exit 0');
  expect(notes.join('\n')).toContain(`进程号 ${orphan.pid}`);
  await server.stop();
});

test('a killed server is told to its owner; the next start ends what lingers and keeps what was written', async () => {
  let tell: (error: LaunchError) => void = () => undefined;
  const told = new Promise<LaunchError>((resolve) => {
    tell = resolve;
  });
  const server = await startEmbedded({ dataDir, settings, onExit: (error) => tell(error) });
  await ask(server.connection('owner'), 'create table kept as select 1 as one');
  const busy = new pg.Client(server.connection('owner'));
  busy.on('error', () => undefined);
  await busy.connect();
  const query = busy.query('select count(*) from generate_series(1, 1e11)').catch(() => 'cut off');
  const working = 'select 1 from pg_stat_activity where query like $1 and pid <> pg_backend_pid()';
  await until(async () => (await ask(server.connection('owner'), working, ['%1e11%'])).length > 0);
  process.kill(server.pid, 'SIGKILL');
  expect(await told).toMatchObject({ code: 'server-died' });
  expect((await processesIn(join(dataDir, 'data'))).length).toBeGreaterThan(0);

  const next = await startEmbedded({ dataDir, settings });
  expect(await query).toBe('cut off');
  expect(await ask(next.connection('owner'), 'select one from kept')).toEqual([{ one: 1 }]);
  await server.stop();
  expect(await ask(next.connection('owner'), 'select one from kept')).toEqual([{ one: 1 }]);
  await next.stop();
});

test('a record of a server whose number another process has now does not block the start', async () => {
  await (await startEmbedded({ dataDir, settings })).stop();
  await writeFile(join(dataDir, 'data', 'postmaster.pid'), `${process.pid}\n${dataDir}/data\n`);
  await writeFile(join(dataDir, 'run', '.s.PGSQL.5432.lock'), `${process.pid}\n`);
  const server = await startEmbedded({ dataDir, settings });
  expect(await ask(server.connection('app'), 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});
