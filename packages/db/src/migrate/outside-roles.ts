import pg from 'pg';
import { LaunchError } from '../embedded/launch-error.ts';
import { ROLE_NAMES, type Role } from '../embedded/roles.ts';

const OLDEST = 150_000;

interface Standing {
  readonly version: number;
  readonly encoding: string;
  readonly user: string;
  readonly database: string;
  readonly bypasses: boolean;
  readonly creates: boolean;
}

/**
 * Makes the roles on a server of one's own (`DATABASE_URL`), as far as the given user may. They need no password and no
 * sign-in: the user becomes them, see `connectionAs`. Repeatable.
 *
 * @param ownerConnection the user who owns the database and runs the migrations
 * @throws LaunchError `role-missing` with the statements that an administrator has to run; `start-failed` if the server
 *   is older than PostgreSQL 15 or the database is not UTF-8
 */
export async function ensureRoles(ownerConnection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(ownerConnection);
  // a lost connection rejects the statement that waits for it; without a listener it would end the process as well
  client.on('error', () => undefined);
  await client.connect();
  try {
    const standing = await lookAt(client);
    checkServer(standing);
    const missing = await missingStatements(client, standing);
    await runAll(client, missing, standing);
    await checkApplicationRole(client);
  } finally {
    await client.end();
  }
}

/**
 * The owner's connection, set to act as one of the roles. Row-level security and grants follow the acting role, so the
 * application is bound although it signs in with the owner's name.
 */
export function connectionAs(ownerConnection: pg.ClientConfig, role: Role): pg.ClientConfig {
  if (role === 'owner') {
    return ownerConnection;
  }
  const act = `-c role=${ROLE_NAMES[role]}`;
  const { connectionString } = ownerConnection;
  if (connectionString?.includes('options=')) {
    // an option in the address would win over the one beside it
    const url = new URL(connectionString);
    url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} ${act}`.trim());
    return { ...ownerConnection, connectionString: url.href };
  }
  return { ...ownerConnection, options: `${ownerConnection.options ?? ''} ${act}`.trim() };
}

async function lookAt(client: pg.Client): Promise<Standing> {
  const { rows } = await client.query<Standing>(
    `select current_setting('server_version_num')::integer as version, getdatabaseencoding() as encoding,
       current_user as user, current_database() as database, rolsuper or rolbypassrls as bypasses,
       has_database_privilege(current_database(), 'create') and has_schema_privilege('public', 'create') as creates
     from pg_roles where rolname = current_user`,
  );
  const standing = rows[0];
  if (standing === undefined) {
    throw new LaunchError('start-failed', '数据库没有回答当前用户的信息。请检查 DATABASE_URL。');
  }
  return standing;
}

function checkServer({ version, encoding }: Standing): void {
  if (version < OLDEST) {
    throw new LaunchError(
      'start-failed',
      `DATABASE_URL 指向的 PostgreSQL 太旧(${Math.floor(version / 10_000)}),至少需要 15。请升级数据库,或不设 DATABASE_URL,使用自带的数据库。`,
    );
  }
  if (encoding !== 'UTF8') {
    throw new LaunchError(
      'start-failed',
      `DATABASE_URL 指向的数据库编码是 ${encoding},需要 UTF8。请用 CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0 新建一个数据库。`,
    );
  }
}

/** What stands between the server as it is and as the product needs it. */
async function missingStatements(client: pg.Client, standing: Standing): Promise<string[]> {
  const user = client.escapeIdentifier(standing.user);
  const database = client.escapeIdentifier(standing.database);
  const statements: string[] = [];
  const ask = async (sql: string, values: string[]) =>
    (await client.query<{ yes: boolean }>(`select (${sql}) as yes`, values)).rows[0]?.yes === true;
  for (const role of [ROLE_NAMES.app, ROLE_NAMES.jobs]) {
    const exists = await ask('exists (select from pg_roles where rolname = $1)', [role]);
    if (!exists) {
      statements.push(`CREATE ROLE ${role}`);
    }
    // from PostgreSQL 16 on, membership and the right to act as the role are two things
    const mode = standing.version >= 160_000 ? 'set' : 'member';
    if (!(exists && (await ask('pg_has_role($1::name, $2)', [role, mode])))) {
      statements.push(`GRANT ${role} TO ${user}`);
    }
  }
  if (!standing.creates) {
    statements.push(`GRANT CREATE ON DATABASE ${database} TO ${user}`);
    statements.push(`GRANT CREATE ON SCHEMA public TO ${user}`);
  }
  if (!standing.bypasses) {
    // backups, and whatever else works across committees
    statements.push(`ALTER ROLE ${user} BYPASSRLS`);
  }
  const jobsCreate =
    statements.length === 0 &&
    (await ask("has_database_privilege($1::name, current_database(), 'create')", [
      ROLE_NAMES.jobs,
    ]));
  if (!jobsCreate) {
    statements.push(`GRANT CREATE ON DATABASE ${database} TO ${ROLE_NAMES.jobs}`);
  }
  return statements;
}

async function runAll(
  client: pg.Client,
  statements: readonly string[],
  standing: Standing,
): Promise<void> {
  if (statements.length === 0) {
    return;
  }
  await client.query('begin');
  try {
    for (const statement of statements) {
      await client.query(statement);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new LaunchError(
      'role-missing',
      `数据库用户 ${standing.user} 无权准备所需的角色。请数据库管理员(超级用户)在数据库 ${standing.database} 里执行以下语句,然后重新启动:\n${statements.map((line) => `${line};`).join('\n')}`,
      { cause: error },
    );
  }
}

async function checkApplicationRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>(
    'select rolsuper or rolbypassrls as free from pg_roles where rolname = $1',
    [ROLE_NAMES.app],
  );
  if (rows[0]?.free !== false) {
    throw new LaunchError(
      'role-missing',
      `数据库角色 ${ROLE_NAMES.app} 能绕过行级权限,各居委的数据就没有隔离。请数据库管理员执行:ALTER ROLE ${ROLE_NAMES.app} NOSUPERUSER NOBYPASSRLS;`,
    );
  }
}
