import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '../embedded/index.ts';
import { ask } from '../testing/ask.ts';
import { temporaryFolder } from '../testing/index.ts';
import { connectionAs, ensureRoles } from './index.ts';

/** A server of its own, because roles belong to a whole server; it plays the one behind DATABASE_URL. */
let server: EmbeddedServer;
let folder = '';
let admin: pg.ClientConfig;
let user: pg.ClientConfig;

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startEmbedded({ dataDir: join(folder, 'db'), settings: { fsync: 'off' } });
  admin = { ...server.connection('owner', 'postgres'), user: 'postgres' };
  user = { ...server.connection('owner', 'office'), user: 'office' };
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await ask(admin, 'drop database if exists quanzoutong');
  await ask(admin, 'drop database if exists office');
  await ask(admin, 'revoke set on parameter session_replication_role from qzt_owner').catch(
    () => [],
  );
  for (const role of ['qzt_owner', 'qzt_app', 'qzt_jobs', 'office']) {
    await ask(admin, `drop role if exists ${role}`);
  }
  await ask(admin, 'create role office login');
  await ask(admin, 'create database office owner office');
});

test('tells an administrator the statements that the user may not run; after them it is content', async () => {
  const error: unknown = await ensureRoles(user).catch((cause) => cause);
  expect(error).toMatchObject({ code: 'role-missing' });
  const statements = (error as Error).message.split('\n').filter((line) => line.endsWith(';'));
  expect(statements).toEqual([
    'CREATE ROLE qzt_app;',
    'GRANT qzt_app TO "office";',
    'CREATE ROLE qzt_jobs;',
    'GRANT qzt_jobs TO "office";',
    'ALTER ROLE "office" BYPASSRLS;',
    'GRANT CREATE ON DATABASE "office" TO qzt_jobs;',
  ]);
  for (const statement of statements) {
    await ask(admin, statement);
  }
  await ensureRoles(user);
  await ensureRoles(user);
  expect(await ask(connectionAs(user, 'app'), 'select current_user, session_user')).toEqual([
    { current_user: 'qzt_app', session_user: 'office' },
  ]);
});

test('makes the roles itself where the user may, and they are bound as they must be', async () => {
  await ask(admin, 'alter role office superuser');
  await ensureRoles(user);
  await ask(user, 'create table secret as select 1 as a');
  await ask(user, 'alter table secret enable row level security');
  await ask(user, 'alter table secret force row level security');
  await ask(user, 'grant select on secret to qzt_app');
  expect(await ask(user, 'select a from secret')).toEqual([{ a: 1 }]);
  expect(await ask(connectionAs(user, 'app'), 'select a from secret')).toEqual([]);
  await ask(connectionAs(user, 'jobs'), 'create schema graphile_worker');
  await ask(admin, 'alter role qzt_app bypassrls');
  await expect(ensureRoles(user)).rejects.toThrow('NOBYPASSRLS');
});

test('the acting role is added to the options of an address', () => {
  const plain = connectionAs({ connectionString: 'postgres://office@db.example/office' }, 'app');
  expect(plain.options).toBe('-c role=qzt_app');
  const address = 'postgres://office@db.example/office?options=-c%20work_mem%3D8MB';
  const merged = connectionAs({ connectionString: address }, 'jobs').connectionString ?? '';
  expect(new URL(merged).searchParams.get('options')).toBe('-c work_mem=8MB -c role=qzt_jobs');
  expect(connectionAs({ connectionString: address }, 'owner').connectionString).toBe(address);
});
