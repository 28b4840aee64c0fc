import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../migrate/index.ts';
import { ask } from '../testing/ask.ts';
import { contents, fill, writeMigrations } from '../testing/backup-sample.ts';
import { emptyDatabase, type TestDatabase, temporaryFolder } from '../testing/index.ts';
import { backup, restore, verifyBackup } from './index.ts';

let folder = '';
let source: TestDatabase;
let target: TestDatabase;
const at = (...names: string[]) => join(folder, ...names);

beforeEach(async () => {
  folder = await temporaryFolder();
  [source, target] = await Promise.all([emptyDatabase(), emptyDatabase()]);
  await migrate(source.connection('owner'), await writeMigrations(at('m1'), true));
  await fill(source.connection('owner'), true);
  await mkdir(at('files', 'ab'), { recursive: true });
  await writeFile(at('files', 'ab', '照片.jpg'), randomBytes(300_000));
  await writeFile(at('files', 'same'), 'twice');
  await writeFile(at('files', 'ab', 'same'), 'twice');
  await writeFile(at('files', 'empty'), '');
  await mkdir(at('keys'));
  await writeFile(at('keys', 'masters.json'), '{"1":"secret"}');
});
afterEach(async () => {
  await Promise.all([source.drop(), target.drop()]);
  await rm(folder, { recursive: true, force: true });
});

const save = (name = 'one') =>
  backup({
    connection: source.connection('owner'),
    to: at('backup', name),
    keysTo: at('safe', name),
    filesDir: at('files'),
    keysDir: at('keys'),
  });
const load = (change: Partial<Parameters<typeof restore>[0]> = {}) =>
  restore({
    connection: target.connection('owner'),
    from: at('backup', 'one'),
    keysFrom: at('safe', 'one'),
    filesDir: at('new', 'files'),
    keysDir: at('new', 'keys'),
    migrations: at('m1'),
    ...change,
  });
async function tree(path: string): Promise<Record<string, string>> {
  const names = (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const found: Record<string, string> = {};
  for (const name of names) {
    found[name.slice(path.length + 1)] = (await readFile(name)).toString('base64');
  }
  return found;
}

test('every row, file and key comes back, and the identity column goes on where it stood', async () => {
  const saved = await save();
  const before = await contents(source.connection('owner'));
  expect(Object.keys(before)).toEqual(expect.arrayContaining(['public.event', 'extra.thing']));
  const done = await load();
  expect(await contents(target.connection('owner'))).toEqual(before);
  expect(done).toEqual({ id: saved.id, version: 1, rows: saved.rows, files: 4, erased: 0 });
  expect(await tree(at('new', 'files'))).toEqual(await tree(at('files')));
  expect(await tree(at('new', 'keys'))).toEqual(await tree(at('keys')));
  expect(
    await ask(
      target.connection('owner'),
      "insert into numbered (words) values ('next') returning id",
    ),
  ).toEqual([{ id: 4 }]);
  const guarded = 'insert into event select committee_id, 1002, now() from event limit 1';
  await expect(ask(target.connection('owner'), guarded)).rejects.toThrow('append through');
});

test('keys lie apart from the data, and both for the user alone', async () => {
  await save();
  const data = Object.keys(await tree(at('backup', 'one')));
  const keys = Object.keys(await tree(at('safe', 'one')));
  expect(data).toContain('tables/event.copy.gz');
  expect(data.filter((name) => /key/.test(name))).toEqual([]);
  expect(keys).toEqual([
    'manifest.json',
    'master/masters.json',
    'tables/data_key.copy.gz',
    'tables/erased_key.copy.gz',
  ]);
  for (const path of [at('backup', 'one'), at('safe', 'one')]) {
    expect((await stat(path)).mode & 0o777).toBe(0o700);
  }
});

test('a newer program brings the restored data to its own schema', async () => {
  await save();
  await writeMigrations(
    at('m2'),
    true,
    "alter table event add column kind text not null default 'plain'",
  );
  expect(await load({ migrations: at('m2') })).toMatchObject({ version: 2 });
  expect(await ask(target.connection('owner'), 'select distinct kind from event')).toEqual([
    { kind: 'plain' },
  ]);
});

test('a program that is older or of another history refuses', async () => {
  await writeMigrations(at('m2'), true, 'create table later (a int)');
  await migrate(source.connection('owner'), at('m2'));
  await save();
  await expect(load()).rejects.toMatchObject({ code: 'unsupported' });
  await writeMigrations(at('m3'), true, 'create table other (a int)');
  await expect(load({ migrations: at('m3') })).rejects.toMatchObject({ code: 'unsupported' });
  expect(await contents(target.connection('owner'))).toEqual({});
});

test('any damage is found before anything is written', async () => {
  await save();
  const places = { from: at('backup', 'one'), keysFrom: at('safe', 'one') };
  await verifyBackup(places);
  for (const place of [places.from, places.keysFrom]) {
    for (const name of Object.keys(await tree(place))) {
      const path = join(place, name);
      const whole = await readFile(path);
      const broken = Buffer.from(whole.length === 0 ? 'x' : whole);
      broken[Math.floor(broken.length / 2)]! ^= 1;
      await writeFile(path, broken);
      const isKeysManifest = path === join(places.keysFrom, 'manifest.json');
      if (!isKeysManifest) {
        await expect(verifyBackup(places), name).rejects.toMatchObject({ code: 'damaged' });
      }
      await rm(path);
      await expect(verifyBackup(places), name).rejects.toMatchObject({ code: 'damaged' });
      await writeFile(path, whole);
    }
  }
  await writeFile(at('backup', 'one', 'tables', 'event.copy.gz'), 'nothing');
  await expect(load()).rejects.toThrow(/event\.copy\.gz 已损坏.*另一份备份/);
  expect(await contents(target.connection('owner'))).toEqual({});
  expect(await readdir(folder)).not.toContain('new');
});

test('data and keys of different backups are no pair', async () => {
  await save();
  await save('two');
  await expect(load({ keysFrom: at('safe', 'two') })).rejects.toMatchObject({ code: 'mismatched' });
  await expect(load({ keysFrom: at('backup', 'one') })).rejects.toMatchObject({ code: 'damaged' });
});

test('nothing that exists is overwritten', async () => {
  await save();
  await expect(save()).rejects.toMatchObject({ code: 'exists' });
  await expect(load({ connection: source.connection('owner') })).rejects.toMatchObject({
    code: 'not-empty',
  });
  await expect(load({ filesDir: at('files') })).rejects.toMatchObject({ code: 'not-empty' });
  await expect(load({ keysDir: at('keys') })).rejects.toMatchObject({ code: 'not-empty' });
  await ask(target.connection('jobs'), 'create schema graphile_worker');
  await expect(load()).rejects.toMatchObject({ code: 'not-empty' });
});

test('keys may not lie with the data, nor a backup in what it backs up', async () => {
  const plan = {
    connection: source.connection('owner'),
    filesDir: at('files'),
    keysDir: at('keys'),
  };
  await mkdir(at('b'));
  await symlink(at('b'), at('link'));
  for (const [to, keysTo] of [
    [at('b', 'x'), at('b', 'x')],
    [at('b', 'x'), at('b', 'x', 'keys')],
    [at('b', 'x', 'data'), at('b', 'x')],
    [at('b', 'x'), at('link', 'x', 'keys')],
    [at('files', 'x'), at('k')],
    [at('b', 'x'), at('keys', 'x')],
  ] as const) {
    await expect(backup({ ...plan, to, keysTo }), `${to} ${keysTo}`).rejects.toMatchObject({
      code: 'places-overlap',
    });
  }
  expect(await readdir(at('b'))).toEqual([]);
});

test('a backup that breaks off leaves nothing that could be taken for one', async () => {
  await symlink('/nowhere', at('files', 'zz-link'));
  await expect(save()).rejects.toMatchObject({ code: 'unsupported' });
  expect(await readdir(at('backup'))).toEqual([]);
  expect(await readdir(at('safe'))).toEqual([]);
});

test('a user who does not see all rows makes no backup', async () => {
  await ask(source.connection('owner'), 'grant select on all tables in schema public to qzt_app');
  const plan = { to: at('b'), keysTo: at('k'), filesDir: at('files'), keysDir: at('keys') };
  await expect(backup({ ...plan, connection: source.connection('app') })).rejects.toThrow(
    /qzt_app.*BYPASSRLS/,
  );
});

test('is the state of one moment while others write', async () => {
  const owner = source.connection('owner');
  const writer = new pg.Client(owner);
  await writer.connect();
  let over = false;
  let written = 0;
  const writing = (async () => {
    while (!over) {
      // a row in the first table and one in the last, or none
      await writer.query('begin');
      await writer.query(`insert into extra.thing values (${1000 + written})`);
      await writer.query("insert into numbered (words) values ('together')");
      await writer.query('commit');
      written += 1;
    }
  })();
  await save();
  over = true;
  await writing;
  await writer.end();
  await load();
  const [row] = await ask(
    target.connection('owner'),
    "select (select count(*) from extra.thing where id >= 1000)::int as things, (select count(*) from numbered where words = 'together')::int as numbered",
  );
  expect(row?.things).toBe(row?.numbered);
  expect(written).toBeGreaterThan(Number(row?.things));
});
