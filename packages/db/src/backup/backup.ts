import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import { fingerprint, MIGRATION_TABLE } from '../migrate/index.ts';
import { BackupError } from './backup-error.ts';
import { listSequences, listTables, qualified, type Table } from './catalog.ts';
import { copyOut } from './copy-table.ts';
import { makeDrafts, writeText } from './durable.ts';
import {
  type DataManifest,
  FORMAT,
  KEY_TABLES,
  type KeysManifest,
  NOT_SAVED,
  type TableEntry,
} from './manifest.ts';
import { checkApart, checkFree } from './places.ts';
import { openSession, requireBypass } from './session.ts';
import { copyFiles, filesBelow, saveUploads } from './uploads.ts';

export interface BackupPlan {
  /** As the owner of the database. */
  readonly connection: pg.ClientConfig;
  /** New folder for the data. */
  readonly to: string;
  /** New folder for the keys, elsewhere. */
  readonly keysTo: string;
  /** Uploaded files; may not exist yet. */
  readonly filesDir: string;
  /** Files with the master keys. */
  readonly keysDir: string;
}

export interface BackupResult {
  readonly id: string;
  readonly schemaVersion: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/**
 * Writes everything that a restore needs, as it was at one moment, while people go on working: the tables by COPY in one
 * REPEATABLE READ snapshot, the uploaded files, and apart from these the keys with the list of those erased. Streams, in
 * constant memory. Both folders appear under their names only when whole and on disk.
 *
 * The answers kept for repeated requests are not saved (see `NOT_SAVED`), nor is
 * the job queue (schema `graphile_worker`): it is rebuilt from the promises, which are rows.
 *
 * @throws BackupError with a message for people
 */
export async function backup(plan: BackupPlan): Promise<BackupResult> {
  const to = resolve(plan.to);
  const keysTo = resolve(plan.keysTo);
  await checkApart({ ...plan, data: to, keys: keysTo });
  await checkFree(to);
  await checkFree(keysTo);
  const client = await openSession(plan.connection);
  try {
    const tables = await beginSnapshot(client);
    const id = randomUUID();
    const drafts = await makeDrafts(to, keysTo, id);
    try {
      const result = await write(client, tables, {
        ...plan,
        id,
        data: drafts.data,
        keys: drafts.keys,
      });
      await drafts.publish();
      return result;
    } catch (error) {
      await drafts.discard();
      throw error;
    }
  } finally {
    await client.end();
  }
}

async function beginSnapshot(client: pg.Client): Promise<Table[]> {
  await client.query('begin isolation level repeatable read, read only');
  const tables = (await listTables(client)).filter(({ name }) => !NOT_SAVED.includes(name));
  if (tables.some((table) => table.forcesRowSecurity)) {
    await requireBypass(client);
  }
  if (tables.length > 0) {
    // nobody changes a table's shape or empties it meanwhile, which a snapshot would not hide
    await client.query(`lock table ${tables.map(qualified).join(', ')} in access share mode`);
  }
  return tables;
}

async function write(
  client: pg.Client,
  tables: readonly Table[],
  work: BackupPlan & { readonly id: string; readonly data: string; readonly keys: string },
): Promise<BackupResult> {
  const { id } = work;
  const schema = await schemaState(client);
  const entries: TableEntry[] = [];
  const keyEntries: TableEntry[] = [];
  for (const table of tables) {
    const isKey = KEY_TABLES.includes(table.name);
    const entry = await copyOut(client, table, isKey ? work.keys : work.data);
    (isKey ? keyEntries : entries).push(entry);
  }
  const createdAt = new Date().toISOString();
  const head = { format: FORMAT, id, createdAt };
  const data: DataManifest = {
    kind: 'quanzoutong-backup',
    ...head,
    schemaVersion: schema.version,
    schemaFingerprint: schema.fingerprint,
    tables: entries,
    sequences: await listSequences(client),
    uploads: await saveUploads(work.filesDir, work.data),
  };
  const dataDigest = await writeText(
    join(work.data, 'manifest.json'),
    JSON.stringify(data, null, 2),
  );
  const keys: KeysManifest = {
    kind: 'quanzoutong-keys',
    ...head,
    dataManifestSha256: dataDigest.sha256,
    tables: keyEntries,
    masterKeys: await copyFiles(work.keysDir, join(work.keys, 'master'), filesBelow(work.keysDir)),
  };
  await writeText(join(work.keys, 'manifest.json'), JSON.stringify(keys, null, 2));
  const all = [...entries, ...keyEntries];
  return {
    id,
    schemaVersion: schema.version,
    tables: all.length,
    rows: all.reduce((sum, { rows }) => sum + rows, 0),
    files: data.uploads.count,
  };
}

async function schemaState(
  client: pg.Client,
): Promise<{ readonly version: number; readonly fingerprint: string }> {
  const found = await client.query<{ found: boolean }>(
    'select to_regclass($1) is not null as found',
    [`public.${MIGRATION_TABLE}`],
  );
  if (found.rows[0]?.found !== true) {
    throw new BackupError('not-migrated', '这个数据库里还没有数据表,没有可备份的内容。');
  }
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select name, checksum from public.${MIGRATION_TABLE} order by number`,
  );
  return { version: rows.length, fingerprint: fingerprint(rows) };
}
