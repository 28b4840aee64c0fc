import pg from 'pg';
import { BackupError } from './backup-error.ts';
import { byReference, listTables, qualified, type Table } from './catalog.ts';
import { copyIn } from './copy-table.ts';
import { type ErasedSource, eraseAgain } from './erasure.ts';
import type { TableEntry } from './manifest.ts';
import type { VerifiedBackup } from './verify.ts';

/** Rows loaded and keys erased again. */
export interface Loaded {
  readonly rows: number;
  readonly erased: number;
}

/**
 * Fills the tables of a freshly migrated database from a verified backup and erases again what was erased, all in one
 * transaction.
 */
export async function load(
  client: pg.Client,
  backup: VerifiedBackup,
  folders: { readonly from: string; readonly keysFrom: string },
  erased: readonly ErasedSource[],
): Promise<Loaded> {
  await client.query('begin');
  try {
    const result = await fill(client, backup, folders, erased);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function fill(
  client: pg.Client,
  backup: VerifiedBackup,
  folders: { readonly from: string; readonly keysFrom: string },
  erased: readonly ErasedSource[],
): Promise<Loaded> {
  const tables = await listTables(client);
  const sources = new Map<string, readonly [TableEntry, string]>([
    ...backup.data.tables.map((entry) => [qualified(entry), [entry, folders.from]] as const),
    ...backup.keys.tables.map((entry) => [qualified(entry), [entry, folders.keysFrom]] as const),
  ]);
  checkSameTables(tables, [...sources.keys()]);
  // what migrations put in is in the backup too, as it was then
  await client.query(`truncate ${tables.map(qualified).join(', ')}`);
  const unchecked = await loadUnchecked(client);
  const ordered = unchecked ? tables : byReference(tables);
  await setTriggers(client, unchecked ? [] : tables, 'disable');
  let rows = 0;
  for (const table of ordered) {
    const source = sources.get(qualified(table));
    if (source !== undefined) {
      await copyIn(client, ...source);
      rows += source[0].rows;
    }
  }
  await setTriggers(client, unchecked ? [] : tables, 'enable');
  for (const sequence of backup.data.sequences) {
    await client.query('select setval($1::regclass, $2, $3)', [
      qualified(sequence),
      sequence.value,
      sequence.called,
    ]);
  }
  if (unchecked) {
    // deleting minds foreign keys again
    await client.query('set local session_replication_role = origin');
  }
  return { rows, erased: await eraseAgain(client, erased) };
}

function checkSameTables(tables: readonly Table[], saved: readonly string[]): void {
  const present = new Set(tables.map(qualified));
  const missing = saved.filter((name) => !present.has(name));
  if (missing.length > 0) {
    throw new BackupError(
      'unsupported',
      `备份里有本程序不认识的数据表:${missing.join('、')}。请用做这份备份的程序版本恢复。`,
    );
  }
}

/**
 * Where it is permitted, foreign keys and triggers rest during the load: the rows were consistent when they were saved.
 * Elsewhere tables are loaded after those that they refer to, and only the tables' own triggers rest.
 */
async function loadUnchecked(client: pg.Client): Promise<boolean> {
  await client.query('savepoint before_role');
  try {
    await client.query('set local session_replication_role = replica');
    await client.query('release savepoint before_role');
    return true;
  } catch (error) {
    await client.query('rollback to savepoint before_role');
    if (error instanceof pg.DatabaseError && error.code === '42501') {
      return false;
    }
    throw error;
  }
}

async function setTriggers(
  client: pg.Client,
  tables: readonly Table[],
  state: 'enable' | 'disable',
): Promise<void> {
  for (const table of tables.filter(({ hasTriggers }) => hasTriggers)) {
    await client.query(`alter table ${qualified(table)} ${state} trigger user`);
  }
}
