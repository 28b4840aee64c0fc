import { join, resolve } from 'node:path';
import type pg from 'pg';
import { fingerprint, migrate, readMigrations } from '../migrate/index.ts';
import { BackupError } from './backup-error.ts';
import { listTables } from './catalog.ts';
import { syncTree } from './durable.ts';
import type { ErasedSource } from './erasure.ts';
import { load } from './load.ts';
import type { DataManifest } from './manifest.ts';
import { checkEmpty, emptyFolder } from './places.ts';
import { openSession, requireBypass } from './session.ts';
import { copyFiles, loadUploads } from './uploads.ts';
import { verifyBackup, verifyKeys } from './verify.ts';

export interface RestorePlan {
  /** To an empty database, as its owner. */
  readonly connection: pg.ClientConfig;
  /** The data's folder of a backup, and the keys' folder of the same backup. */
  readonly from: string;
  readonly keysFrom: string;
  /** Empty or missing folders for the uploaded files and the master keys. */
  readonly filesDir: string;
  readonly keysDir: string;
  /** Keys' folders of later backups: what these know to be erased is erased too. */
  readonly erasedFrom?: readonly string[];
  /** Folder of migrations, the product's own if left out. */
  readonly migrations?: string;
}

export interface RestoreResult {
  readonly id: string;
  /** Of the schema after the restore. */
  readonly version: number;
  readonly rows: number;
  readonly files: number;
  /** Keys that the backup still held and that were erased by its own or a later list. */
  readonly erased: number;
}

/**
 * Brings a backup back into an empty database and empty folders. Everything is compared with its hash before anything
 * is written; then the schema is made as it was, filled, erased again what was erased, and brought forward.
 *
 * @throws BackupError with a message for people. After `not-empty`, `damaged` and `mismatched` nothing was written; a
 *   later failure leaves no files, and a database that holds no data and is to be replaced by a new one
 */
export async function restore(plan: RestorePlan): Promise<RestoreResult> {
  const from = resolve(plan.from);
  const keysFrom = resolve(plan.keysFrom);
  await checkEmpty(plan.filesDir);
  await checkEmpty(plan.keysDir);
  const client = await openSession(plan.connection);
  try {
    await checkNoTables(client);
    await requireBypass(client);
    const verified = await verifyBackup({ from, keysFrom });
    await checkSchema(verified.data, plan.migrations);
    const erased = await laterLists(plan.erasedFrom ?? []);
    const { id, schemaVersion } = verified.data;
    let done: Omit<RestoreResult, 'id' | 'version'>;
    try {
      const files = await loadUploads(from, plan.filesDir);
      await copyFiles(
        join(keysFrom, 'master'),
        plan.keysDir,
        verified.keys.masterKeys.map(({ file }) => file),
      );
      await syncTree(plan.keysDir);
      await syncTree(plan.filesDir);
      await migrate(plan.connection, plan.migrations, { to: schemaVersion });
      done = { files, ...(await load(client, verified, { from, keysFrom }, erased)) };
    } catch (error) {
      // they were empty before: what is there is ours, and without the database it is half a restore
      await emptyFolder(plan.filesDir);
      await emptyFolder(plan.keysDir);
      throw error;
    }
    // Whole from here on. Should bringing it forward fail, running the migrations again is enough.
    const { version } = await migrate(plan.connection, plan.migrations);
    return { id, version, ...done };
  } finally {
    await client.end();
  }
}

async function checkNoTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ found: boolean }>(
    "select exists (select from pg_namespace where nspname = 'graphile_worker') as found",
  );
  if ((await listTables(client)).length > 0 || rows[0]?.found === true) {
    throw new BackupError(
      'not-empty',
      '数据库里已经有数据表。恢复只能写入空数据库,以免覆盖现有数据:请用一个新的数据文件夹(DATA_DIR)或新建的数据库。',
    );
  }
}

async function checkSchema(data: DataManifest, directory: string | undefined): Promise<void> {
  const migrations = (await readMigrations(directory)).slice(0, data.schemaVersion);
  if (migrations.length < data.schemaVersion) {
    throw new BackupError(
      'unsupported',
      '这份备份由更新版本的程序制作,本程序缺少相应的升级文件。请先升级程序,再恢复。',
    );
  }
  if (fingerprint(migrations) !== data.schemaFingerprint) {
    throw new BackupError(
      'unsupported',
      '这份备份的数据库结构与本程序的升级文件不一致。请用做这份备份的程序版本(或其后续正式版本)恢复。',
    );
  }
}

async function laterLists(folders: readonly string[]): Promise<ErasedSource[]> {
  return Promise.all(
    folders.map(async (folder) => ({
      folder: resolve(folder),
      manifest: await verifyKeys(folder),
    })),
  );
}
