import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LaunchError } from '../embedded/launch-error.ts';

/** One forward step of the schema. */
export interface Migration {
  readonly number: number;
  /** File name, as `0001_scope.sql`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 in hex, line ends made alike. */
  readonly checksum: string;
}

/** Where the product's own migrations lie. */
export const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

/**
 * Reads the numbered SQL files of a folder in order.
 *
 * @throws LaunchError `migration-failed` if numbers are missing or doubled, or a file has no number
 */
export async function readMigrations(directory = MIGRATIONS): Promise<Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
      if (number !== index + 1) {
        throw new LaunchError(
          'migration-failed',
          `数据库升级文件的编号不连续:${name} 应为第 ${index + 1} 个(形如 0001_name.sql)。请恢复程序的原有文件。`,
        );
      }
      // A checkout may have changed the line ends: that is not another migration.
      const sql = (await readFile(join(directory, name), 'utf8')).replaceAll('\r\n', '\n');
      return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** One value for a whole set of migrations: the same set makes the same schema. */
export function fingerprint(migrations: readonly Pick<Migration, 'name' | 'checksum'>[]): string {
  const hash = createHash('sha256');
  for (const { name, checksum } of migrations) {
    hash.update(`${name} ${checksum}\n`);
  }
  return hash.digest('hex');
}
