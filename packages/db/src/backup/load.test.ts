import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '../embedded/index.ts';
import { migrate } from '../migrate/index.ts';
import { ask } from '../testing/ask.ts';
import { contents, fill, writeMigrations } from '../testing/backup-sample.ts';
import { temporaryFolder } from '../testing/index.ts';
import { backup, restore } from './index.ts';

/** An owner without the right to load unchecked, as on a server of an office's own. */
let server: EmbeddedServer;
let root = '';
let run = 0;
const at = (...names: string[]) => join(root, String(run), ...names);
const owner = (database: string) => server.connection('owner', database);
const asAdmin = (sql: string) =>
  ask({ ...server.connection('owner', 'postgres'), user: 'postgres' }, sql);

beforeAll(async () => {
  root = await temporaryFolder();
  server = await startEmbedded({ dataDir: join(root, 'db'), settings: { fsync: 'off' } });
  await asAdmin('revoke set on parameter session_replication_role from qzt_owner');
});
afterAll(async () => {
  await server.stop();
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  run += 1;
  await mkdir(at('keys'), { recursive: true });
  await asAdmin('create database one owner qzt_owner template template0');
  await asAdmin('create database two owner qzt_owner template template0');
});
afterEach(async () => {
  await asAdmin('drop database one with (force)');
  await asAdmin('drop database two with (force)');
});

async function saveAndLoad(circle: boolean): Promise<void> {
  const migrations = await writeMigrations(at('m'), circle);
  await migrate(owner('one'), migrations);
  await fill(owner('one'), circle);
  const places = { filesDir: at('files'), keysDir: at('keys') };
  await backup({ connection: owner('one'), to: at('b'), keysTo: at('k'), ...places });
  await restore({
    connection: owner('two'),
    from: at('b'),
    keysFrom: at('k'),
    filesDir: at('new', 'files'),
    keysDir: at('new', 'keys'),
    migrations,
  });
}

test('without the right to load unchecked, tables come in the order of their references', async () => {
  await saveAndLoad(false);
  expect(await contents(owner('two'))).toEqual(await contents(owner('one')));
  const guarded = 'insert into event select committee_id, 1002, now() from event limit 1';
  await expect(ask(owner('two'), guarded)).rejects.toThrow('append through');
});

test('a circle of references then needs an administrator, and no half of a restore stays', async () => {
  await expect(saveAndLoad(true)).rejects.toThrow(/hen.*session_replication_role/);
  const rows = Object.values(await contents(owner('two'))).map((text) => text.split(' ')[0]);
  // the one row that the migration itself makes
  expect(rows.filter((count) => count !== '0')).toEqual(['1']);
});
