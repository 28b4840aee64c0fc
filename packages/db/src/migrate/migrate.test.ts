import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { emptyDatabase, type TestDatabase, temporaryFolder } from '../testing/index.ts';
import { migrate } from './index.ts';

let folder = '';
let database: TestDatabase;

beforeEach(async () => {
  folder = await temporaryFolder();
  database = await emptyDatabase();
  await mkdir(join(folder, 'm'));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const file = (name: string, sql: string) => writeFile(join(folder, 'm', name), sql);
const run = (to?: number) =>
  migrate(database.connection('owner'), join(folder, 'm'), to === undefined ? {} : { to });
/** The command line shows the message of such an error alone, without a stack. */
const refuses = (message: RegExp) =>
  expect(run()).rejects.toMatchObject({
    name: 'LaunchError',
    code: 'migration-failed',
    message: expect.stringMatching(message),
  });
const rows = (sql: string) => ask(database.connection('owner'), sql);

test('applies what is new in order, once', async () => {
  await file('0001_first.sql', 'create table a (x int);');
  await file('0002_second.sql', 'insert into a values (1); insert into a values (2);');
  expect(await run(1)).toEqual({ applied: ['0001_first.sql'], version: 1 });
  expect(await run()).toEqual({ applied: ['0002_second.sql'], version: 2 });
  expect(await run()).toEqual({ applied: [], version: 2 });
  expect(await rows('select x from a order by x')).toEqual([{ x: 1 }, { x: 2 }]);
});

test('migrators that start together apply each file once', async () => {
  await file('0001_first.sql', 'create table a (x int); select pg_sleep(0.05);');
  await file('0002_second.sql', 'insert into a values (1);');
  const results = await Promise.all([run(), run(), run(), run()]);
  expect(results.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 0, 2]);
  expect(results.every(({ version }) => version === 2)).toBe(true);
  expect(await rows('select x from a')).toEqual([{ x: 1 }]);
});

test('a file that fails leaves nothing of itself, names its line, and can be corrected', async () => {
  await file('0001_first.sql', 'create table a (x int);');
  await file('0002_second.sql', 'create table b (x int);\ncreate table c (x nonsense);');
  await refuses(/0002_second\.sql 第 2 行.*nonsense/);
  expect(await rows("select to_regclass('a') is null as a, to_regclass('b') is null as b")).toEqual(
    [{ a: false, b: true }],
  );
  await file('0002_second.sql', 'create table b (x int);');
  expect(await run()).toEqual({ applied: ['0002_second.sql'], version: 2 });
});

test('refuses a history that is not its own', async () => {
  await file('0001_first.sql', 'create table a (x int);\n');
  await file('0002_second.sql', 'create table b (x int);');
  await run();
  await file('0001_first.sql', 'create table a (x int);\r\n');
  expect(await run()).toEqual({ applied: [], version: 2 });
  await file('0001_first.sql', 'create table a (x bigint);');
  await refuses(/0001_first\.sql 在执行之后被改动过/);
  await file('0001_first.sql', 'create table a (x int);\n');
  await rm(join(folder, 'm', '0002_second.sql'));
  await refuses(/数据库比程序新.*0002_second/);
});

test('refuses numbers that are doubled, missing or no numbers', async () => {
  await file('0001_first.sql', '');
  await file('0003_third.sql', '');
  await refuses(/0003_third\.sql 应为第 2 个/);
  await rm(join(folder, 'm', '0003_third.sql'));
  await file('0001_other.sql', '');
  await refuses(/编号不连续/);
  await rm(join(folder, 'm', '0001_other.sql'));
  await file('notes.sql', '');
  await refuses(/notes\.sql/);
});
