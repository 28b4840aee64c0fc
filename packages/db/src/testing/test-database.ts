import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { makeDatabase, ROLE_NAMES, type Role, SUPERUSER } from '../embedded/roles.ts';
import { fingerprint, migrate, readMigrations } from '../migrate/index.ts';
import './global-setup.ts';

/** A database of one test file. */
export interface TestDatabase {
  readonly database: string;
  connection(role: Role): pg.ClientConfig;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
}

/** Test files that start together build the template once. */
const LOCK = 7_240_002;

/** A fresh, migrated, empty database: a clone of a template that is made once per state of the migrations. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = `qzt_template_${fingerprint(await readMigrations()).slice(0, 16)}`;
  return clone(template, (connection) => migrate(connection));
}

/** A fresh database without any tables, with the product's roles; for tests of migrations and restores. */
export function emptyDatabase(): Promise<TestDatabase> {
  return clone('template0', undefined);
}

async function clone(
  template: string,
  build: ((connection: pg.ClientConfig) => Promise<unknown>) | undefined,
): Promise<TestDatabase> {
  const server = inject('testServer');
  const database = `qzt_test_${randomBytes(8).toString('hex')}`;
  const connection = (role: Role, name = database): pg.ClientConfig => ({
    ...server,
    user: ROLE_NAMES[role],
    database: name,
  });
  await asSuperuser(async (client) => {
    if (build !== undefined) {
      await ensureTemplate(client, template, () => build(connection('owner', template)));
    }
    await makeDatabase(client, database, template);
  });
  return {
    database,
    connection: (role) => connection(role),
    drop: () =>
      asSuperuser(async (client) => {
        await client.query(`drop database if exists ${database} with (force)`);
      }),
  };
}

async function ensureTemplate(
  client: pg.Client,
  template: string,
  build: () => Promise<unknown>,
): Promise<void> {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    const { rowCount } = await client.query(
      'select from pg_database where datname = $1 and datistemplate',
      [template],
    );
    if (rowCount === 0) {
      await client.query(`drop database if exists ${template} with (force)`);
      await makeDatabase(client, template);
      await build();
      await client.query(
        `alter database ${template} with is_template true allow_connections false`,
      );
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...inject('testServer'), user: SUPERUSER, database: 'postgres' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
