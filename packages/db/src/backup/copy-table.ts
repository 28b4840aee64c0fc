import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { BackupError } from './backup-error.ts';
import { columnList, qualified, type Table } from './catalog.ts';
import { writeStream } from './durable.ts';
import type { TableEntry } from './manifest.ts';

/** Writes one table's rows, as the client's transaction sees them, below the folder. */
export async function copyOut(
  client: pg.Client,
  table: Table,
  folder: string,
): Promise<TableEntry> {
  const { schema, name, columns } = table;
  const file = join('tables', `${schema === 'public' ? '' : `${schema}.`}${name}.copy.gz`);
  await mkdir(dirname(join(folder, file)), { recursive: true, mode: 0o700 });
  const rows = client.query(to(`copy ${qualified(table)} (${columnList(columns)}) to stdout`));
  const digest = await writeStream(rows, join(folder, file), createGzip());
  return { schema, name, columns, rows: rows.rowCount, file, ...digest };
}

/**
 * Loads one table's rows into a table, by default the one that they came from.
 *
 * @throws BackupError `damaged` if the number of rows is not the manifest's
 */
export async function copyIn(
  client: pg.Client,
  entry: TableEntry,
  folder: string,
  target = qualified(entry),
): Promise<void> {
  const rows = client.query(from(`copy ${target} (${columnList(entry.columns)}) from stdin`));
  await pipeline(createReadStream(join(folder, entry.file)), createGunzip(), rows);
  if (rows.rowCount !== entry.rows) {
    throw new BackupError(
      'damaged',
      `备份中的数据表 ${entry.name} 应有 ${entry.rows} 行,实际 ${rows.rowCount} 行。请改用另一份备份。`,
    );
  }
}
