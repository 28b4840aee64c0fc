import pg from 'pg';
import { LaunchError } from '../embedded/launch-error.ts';
import { type Migration, readMigrations } from './migration-files.ts';

/** Any number, as long as it stays the same: migrators of one database wait for each other on it. */
const LOCK = 7_240_001;

/** The table that remembers what was applied. */
export const MIGRATION_TABLE = 'schema_migration';

interface AppliedRow {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/**
 * Brings the schema forward: applies the numbered SQL files that were not applied yet, each in its own transaction.
 * Any number of processes may do so at once; each file is applied once.
 *
 * @param connection as the owner of the database
 * @param directory  of the files, `packages/db/migrations` if left out
 * @param options    `to`: the last number to apply (a restore first goes to the schema of the backup)
 * @returns names applied now, and the number of the newest applied
 * @throws LaunchError `migration-failed` if an applied file was changed or is missing, or a file fails; what was applied before stays
 */
export async function migrate(
  connection: pg.ClientConfig,
  directory?: string,
  options: { readonly to?: number } = {},
): Promise<{ applied: string[]; version: number }> {
  const migrations = await readMigrations(directory);
  const client = new pg.Client(connection);
  // a lost connection rejects the statement that waits for it; without a listener it would end the process as well
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const before = await readApplied(client);
    checkHistory(before, migrations);
    const due = migrations.filter(
      ({ number }) => number > before.length && number <= (options.to ?? migrations.length),
    );
    for (const migration of due) {
      await apply(client, migration);
    }
    return { applied: due.map(({ name }) => name), version: before.length + due.length };
  } finally {
    // ends the session and with it the lock
    await client.end();
  }
}

async function readApplied(client: pg.Client): Promise<AppliedRow[]> {
  await client.query(`
    create table if not exists ${MIGRATION_TABLE} (
      number integer primary key,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null default clock_timestamp()
    )`);
  const { rows } = await client.query<AppliedRow>(
    `select number, name, checksum from ${MIGRATION_TABLE} order by number`,
  );
  return rows;
}

function checkHistory(applied: readonly AppliedRow[], migrations: readonly Migration[]): void {
  for (const [index, row] of applied.entries()) {
    const file = migrations[index];
    if (file === undefined) {
      throw new LaunchError(
        'migration-failed',
        `数据库比程序新(数据库已到 ${row.name},程序只有 ${migrations.length} 个升级文件)。请换用新版本的程序。`,
      );
    }
    if (file.number !== row.number || file.checksum !== row.checksum) {
      throw new LaunchError(
        'migration-failed',
        `升级文件 ${file.name} 在执行之后被改动过(数据库里记的是 ${row.name})。请恢复原文件;要修改数据库结构,请另加一个新编号的文件。`,
      );
    }
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query(
      `insert into ${MIGRATION_TABLE} (number, name, checksum) values ($1, $2, $3)`,
      [migration.number, migration.name, migration.checksum],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new LaunchError('migration-failed', failure(migration, error), { cause: error });
  }
}

function failure(migration: Migration, error: unknown): string {
  const position = error instanceof pg.DatabaseError ? Number(error.position) : Number.NaN;
  const line = Number.isNaN(position)
    ? ''
    : ` 第 ${migration.sql.slice(0, position).split('\n').length} 行`;
  const reason = error instanceof Error ? error.message : String(error);
  return `数据库升级停在 ${migration.name}${line}:${reason}。这个文件没有留下任何改动;排除原因后重新运行即可。`;
}
