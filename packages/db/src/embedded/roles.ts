import type pg from 'pg';

/** The three roles of the product and what PostgreSQL calls them. */
export const ROLE_NAMES = { owner: 'qzt_owner', app: 'qzt_app', jobs: 'qzt_jobs' } as const;
export type Role = keyof typeof ROLE_NAMES;

/** The product's database on the embedded server. */
export const DATABASE = 'quanzoutong';

/** Made by initdb; only the launcher and the test databases use it. */
export const SUPERUSER = 'postgres';

/**
 * Makes the roles on the embedded server, as its superuser; repeatable.
 *
 * - `qzt_owner` owns the database and so may create schemas, tables and trusted extensions, which is all that migrations
 *   need: not a superuser. BYPASSRLS, because the tables force row-level security on their owner too and a backup must
 *   see every row. It may set `session_replication_role`, because a restore loads rows before those that they refer to.
 * - `qzt_app` serves people: plain, and bound by row-level security.
 * - `qzt_jobs` owns the schema of the job queue, which its library creates and migrates by itself. The owner is a member,
 *   so that migrations can write functions that enqueue on behalf of it.
 */
export async function makeRoles(superuser: pg.Client): Promise<void> {
  const { rows } = await superuser.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any ($1)',
    [Object.values(ROLE_NAMES)],
  );
  const existing = new Set(rows.map((row) => row.rolname));
  for (const name of Object.values(ROLE_NAMES)) {
    if (!existing.has(name)) {
      await superuser.query(`create role ${name} login`);
    }
  }
  await superuser.query(`
    alter role ${ROLE_NAMES.owner} bypassrls nosuperuser nocreaterole nocreatedb;
    alter role ${ROLE_NAMES.app} nobypassrls nosuperuser nocreaterole nocreatedb;
    alter role ${ROLE_NAMES.jobs} nobypassrls nosuperuser nocreaterole nocreatedb;
    grant ${ROLE_NAMES.jobs} to ${ROLE_NAMES.owner};
    grant set on parameter session_replication_role to ${ROLE_NAMES.owner};
  `);
}

/**
 * Makes a database of the owner unless it exists; only the three roles may connect to it.
 *
 * @param superuser connected to another database of the server
 * @param template  database to clone; nobody may be connected to it
 */
export async function makeDatabase(
  superuser: pg.Client,
  name: string,
  template = 'template0',
): Promise<void> {
  const quoted = superuser.escapeIdentifier(name);
  const { rowCount } = await superuser.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) {
    await superuser.query(
      `create database ${quoted} owner ${ROLE_NAMES.owner} template ${superuser.escapeIdentifier(template)}`,
    );
  }
  // Rights on the database are not cloned. Creating: the job queue's library makes its own schema.
  await superuser.query(`
    revoke all on database ${quoted} from public;
    grant connect on database ${quoted} to ${ROLE_NAMES.app};
    grant connect, create on database ${quoted} to ${ROLE_NAMES.jobs};
  `);
}
