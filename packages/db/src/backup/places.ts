import { lstat, readdir, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { BackupError } from './backup-error.ts';

/** The folder where it really lies, links resolved as far as it exists. */
async function real(folder: string): Promise<string> {
  const full = resolve(folder);
  try {
    return await realpath(full);
  } catch {
    return full === dirname(full) ? full : join(await real(dirname(full)), basename(full));
  }
}

function holds(outer: string, inner: string): boolean {
  return !relative(outer, inner).startsWith('..');
}

/**
 * Keys beside the data they open would make the separation worthless, and a backup within what is backed up would copy
 * itself.
 *
 * @throws BackupError `places-overlap`
 */
export async function checkApart(places: {
  readonly data: string;
  readonly keys: string;
  readonly filesDir: string;
  readonly keysDir: string;
}): Promise<void> {
  const data = await real(places.data);
  const keys = await real(places.keys);
  if (holds(data, keys) || holds(keys, data)) {
    throw new BackupError(
      'places-overlap',
      `数据备份(${places.data})和密钥备份(${places.keys})不能放在同一个文件夹里,也不能一个套着另一个。请把密钥放到另外的地方(最好是另一个存储设备)。`,
    );
  }
  for (const source of [await real(places.filesDir), await real(places.keysDir)]) {
    if (holds(source, data) || holds(source, keys)) {
      throw new BackupError(
        'places-overlap',
        `备份不能放在被备份的文件夹(${source})里面。请另选一个文件夹。`,
      );
    }
  }
}

/** @throws BackupError `exists` */
export async function checkFree(folder: string): Promise<void> {
  const found = await lstat(folder).catch(() => undefined);
  if (found !== undefined) {
    throw new BackupError(
      'exists',
      `${folder} 已经存在。请为每次备份另起一个新的文件夹名(例如带上日期)。`,
    );
  }
}

/** @throws BackupError `not-empty` if the folder exists and holds anything */
export async function checkEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length > 0) {
    throw new BackupError(
      'not-empty',
      `${folder} 里已经有文件。恢复只能写入空文件夹,以免覆盖现有数据:请用一个新的数据文件夹(DATA_DIR)。`,
    );
  }
}

/** Removes what is in a folder; the folder itself stays, it may be a mount point. */
export async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}
