import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { temporaryFolder } from '../testing/index.ts';
import { LaunchError, startEmbedded } from './index.ts';

const settings = { fsync: 'off' };
const isRoot = process.getuid?.() === 0;
let folder = '';

beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function mode(path: string): Promise<string> {
  return ((await stat(path)).mode & 0o777).toString(8);
}

test('makes a database with its roles, keeps the data over a restart, and leaves nothing running', async () => {
  const dataDir = join(folder, 'missing parent', '数据,"夹"');
  const first = await startEmbedded({ dataDir, settings });
  expect(await ask(first.connection('owner'), 'select current_user, current_database()')).toEqual([
    { current_user: 'qzt_owner', current_database: 'quanzoutong' },
  ]);
  await ask(first.connection('owner'), "create table kept as select '首问接待' as words");
  await Promise.all([first.stop(), first.stop()]);
  await expect(stat(join(dataDir, 'data', 'postmaster.pid'))).rejects.toThrow('ENOENT');

  const second = await startEmbedded({ dataDir, settings });
  expect(await ask(second.connection('owner'), 'select words from kept')).toEqual([
    { words: '首问接待' },
  ]);
  await second.stop();
});

test('gives a mode only to folders that it makes, and the data to a user who is not root', async () => {
  const existing = join(folder, 'existing');
  await mkdir(existing);
  await chmod(existing, 0o755);
  const dataDir = join(existing, 'made', 'db');
  const server = await startEmbedded({ dataDir, settings });
  await server.stop();
  expect(await mode(existing)).toBe('755');
  expect(await mode(join(existing, 'made'))).toBe('711');
  expect(await mode(dataDir)).toBe('711');
  expect(await mode(join(dataDir, 'data'))).toBe('700');
  expect(await mode(join(dataDir, 'run'))).toBe('700');
  expect((await stat(join(dataDir, 'data'))).uid).toBe(isRoot ? 65534 : process.getuid?.());
});

test('listens on no network, sorts alike on every machine, and keeps what was acknowledged', async () => {
  const server = await startEmbedded({ dataDir: join(folder, 'db') });
  const owner = server.connection('owner');
  const shown = ['listen_addresses', 'fsync', 'synchronous_commit', 'full_page_writes'];
  const rows = await ask(owner, 'select name, setting from pg_settings where name = any ($1)', [
    shown,
  ]);
  expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toEqual({
    listen_addresses: '',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
  });
  expect(
    await ask(
      owner,
      `select datlocprovider::text as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding
       from pg_database where datname = current_database()`,
    ),
  ).toEqual([{ provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8' }]);
  await server.stop();
  const rules = (await readFile(join(folder, 'db', 'data', 'pg_hba.conf'), 'utf8'))
    .split('\n')
    .filter((line) => /^\w/.test(line) && !line.startsWith('local'));
  expect(rules.length).toBeGreaterThan(0);
  expect(rules.filter((line) => !line.endsWith('reject'))).toEqual([]);
});

test('roles: the owner migrates and sees all rows, the application is bound by row-level security', async () => {
  const server = await startEmbedded({ dataDir: join(folder, 'db'), settings });
  const owner = server.connection('owner');
  await ask(owner, 'create table secret (a int)');
  await ask(owner, 'alter table secret enable row level security');
  await ask(owner, 'alter table secret force row level security');
  await ask(owner, 'grant select on secret to qzt_app');
  await ask(owner, 'insert into secret values (1)');
  expect(await ask(owner, 'select a from secret')).toEqual([{ a: 1 }]);
  expect(await ask(server.connection('app'), 'select a from secret')).toEqual([]);
  await expect(ask(server.connection('app'), 'create table mine (a int)')).rejects.toThrow(
    'permission denied',
  );
  await expect(ask(server.connection('jobs'), 'select a from secret')).rejects.toThrow(
    'permission denied',
  );
  await ask(server.connection('jobs'), 'create schema graphile_worker');
  expect(await ask(owner, 'select rolname from pg_roles where rolsuper')).toEqual([
    { rolname: 'postgres' },
  ]);
  await server.stop();
});

test('stops in order although somebody is connected, in the middle of a transaction', async () => {
  const dataDir = join(folder, 'db');
  const first = await startEmbedded({ dataDir, settings });
  const client = new pg.Client(first.connection('owner'));
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table kept (a int)');
  await client.query('begin');
  await client.query('insert into kept values (1)');
  await first.stop();
  const lines: string[] = [];
  const second = await startEmbedded({ dataDir, settings, log: (line) => lines.push(line) });
  expect(lines.join('\n')).toContain('database system was shut down at');
  expect(await ask(second.connection('owner'), 'select a from kept')).toEqual([]);
  await second.stop();
});

test('puts the socket of a long path into a short folder and takes it away again', async () => {
  const dataDir = join(folder, 'a'.repeat(60), 'b'.repeat(60));
  const server = await startEmbedded({ dataDir, settings });
  expect(server.socketDir.startsWith(folder)).toBe(false);
  expect(Buffer.byteLength(`${server.socketDir}/.s.PGSQL.5432`)).toBeLessThanOrEqual(107);
  expect(await mode(server.socketDir)).toBe('700');
  expect(await ask(server.connection('app'), 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  await expect(stat(server.socketDir)).rejects.toThrow('ENOENT');
});

test('refuses what cannot work, in words that help, and lets go of the folder', async () => {
  const refused = async (dataDir: string, code: string, words: string) => {
    const error: unknown = await startEmbedded({ dataDir, settings }).catch((cause) => cause);
    expect(error).toBeInstanceOf(LaunchError);
    expect(error).toMatchObject({ code, message: expect.stringContaining(words) });
  };
  await refused('var', 'path-not-absolute', 'DATA_DIR');
  const file = join(folder, 'file');
  await writeFile(file, '');
  await refused(file, 'folder-not-writable', '不是文件夹');
  await refused(join(file, 'below'), 'folder-not-writable', 'DATA_DIR');

  const older = join(folder, 'older');
  await mkdir(join(older, 'data'), { recursive: true });
  await writeFile(join(older, 'data', 'PG_VERSION'), '17\n');
  await refused(older, 'other-major-version', 'PostgreSQL 17');
  await rm(join(older, 'data'), { recursive: true });
  const server = await startEmbedded({ dataDir: older, settings });
  await server.stop();

  const error: unknown = await startEmbedded({
    dataDir: older,
    settings: { shared_buffers: 'much' },
  }).catch((cause) => cause);
  expect(error).toMatchObject({
    code: 'start-failed',
    message: expect.stringContaining('shared_buffers'),
  });
  const again = await startEmbedded({ dataDir: older, settings });
  await again.stop();
});
