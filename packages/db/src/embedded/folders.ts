import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { chmod, chown, lstat, mkdir, opendir, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { Identity } from './identity.ts';
import { LaunchError, systemCode } from './launch-error.ts';

/** The folders of one embedded server, all absolute. */
export interface ServerFolders {
  /** What the caller named: holds the lock of the owning process and the two below. */
  readonly root: string;
  /** PostgreSQL's own data folder (PGDATA), mode 0700. */
  readonly data: string;
  /** Where the socket is, mode 0700. */
  readonly run: string;
}

/** The port only names the socket file; nothing listens on a network. */
export const SOCKET_PORT = 5432;

/**
 * Makes the folder named by the caller with its missing parents (mode 0711, so that the server's uid can pass through)
 * and says where things lie in it. Folders that exist are not changed.
 *
 * @throws LaunchError `path-not-absolute`, `folder-not-writable`
 */
export async function openFolders(dataDir: string): Promise<ServerFolders> {
  if (!isAbsolute(dataDir)) {
    throw new LaunchError(
      'path-not-absolute',
      `数据文件夹必须是以 / 开头的完整路径,现在是:${dataDir}。请修改 DATA_DIR。`,
    );
  }
  await makeFolder(dataDir);
  const root = await realpath(dataDir);
  return { root, data: join(root, 'data'), run: join(root, 'run') };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    if ((await stat(folder)).isDirectory()) {
      return;
    }
    throw new LaunchError('folder-not-writable', `${folder} 不是文件夹。请用 DATA_DIR 另选一个。`);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') {
      throw error instanceof LaunchError ? error : notWritable(folder, error);
    }
  }
  await makeFolder(dirname(folder));
  try {
    await mkdir(folder);
    // mkdir's own mode is cut by the umask
    await chmod(folder, 0o711);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') {
      throw notWritable(folder, error);
    }
  }
}

function notWritable(folder: string, cause: unknown): LaunchError {
  return new LaunchError(
    'folder-not-writable',
    `不能建立或打开数据文件夹 ${folder}。请检查权限,或用 DATA_DIR 另选一个。`,
    { cause },
  );
}

/** What is at the path, or undefined if nothing is. */
export async function look(path: string): Promise<Stats | undefined> {
  try {
    return await lstat(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') {
      return undefined;
    }
    throw notWritable(path, error);
  }
}

/** Makes a folder for the server alone: mode 0700, owned by its identity. An existing one must be such a folder. */
export async function makePrivateFolder(folder: string, identity: Identity): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
    await chmod(folder, 0o700);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') {
      throw notWritable(folder, error);
    }
  }
  await giveTo(folder, identity);
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== identity.uid || (found.mode & 0o077) !== 0) {
    throw new LaunchError(
      'foreign-folder',
      `${folder} 不是只属于数据库的文件夹(应为 0700,用户号 ${identity.uid})。请查明是谁建立的,确认无用后删除再启动。`,
    );
  }
}

/**
 * Hands a folder of the launcher to the identity, contents included, if it belongs to another: only root can, and needs
 * to where the same data is first run by number and later from a place that only a namespace reaches, or back.
 *
 * @param samples names in it that are looked at too, in place of all: copying tools keep the owner of files and not of
 *                folders, or the other way round
 */
export async function giveTo(
  folder: string,
  identity: Identity,
  samples: readonly string[] = [],
): Promise<void> {
  if (process.getuid?.() !== 0) {
    return;
  }
  const seen = await Promise.all([folder, ...samples.map((name) => join(folder, name))].map(look));
  if (seen.some((found) => found !== undefined && found.uid !== identity.uid)) {
    await giveTree(folder, identity, await lstat(folder));
  }
}

async function giveTree(path: string, identity: Identity, found: Stats): Promise<void> {
  if (found.isSymbolicLink()) {
    return;
  }
  if (found.isDirectory()) {
    for await (const entry of await opendir(path)) {
      const child = join(path, entry.name);
      await giveTree(child, identity, await lstat(child));
    }
  }
  // the folder last: a hand-over that was cut off is seen by its owner and done again
  await chown(path, identity.uid, identity.gid);
}

/** Whether a socket in the folder fits into the 108 bytes (macOS: 104) of a socket address, end mark included. */
export function socketFits(folder: string): boolean {
  const limit = process.platform === 'darwin' ? 103 : 107;
  return Buffer.byteLength(`${folder}/.s.PGSQL.${SOCKET_PORT}`) <= limit;
}

/**
 * The socket's folder: in the data folder, or, where that path is too long, a short one for temporary files, whose name
 * comes from the data folder, so that the next start finds and reuses it.
 */
export function socketFolder(folders: ServerFolders): string {
  if (socketFits(folders.run)) {
    return folders.run;
  }
  const name = `qzt-${createHash('sha256').update(folders.root).digest('hex').slice(0, 16)}`;
  const temporary = join(tmpdir(), name);
  return socketFits(temporary) ? temporary : join('/tmp', name);
}

/** Removes the socket's folder if it lies outside the data folder. */
export async function removeSocketFolder(folders: ServerFolders, socketDir: string): Promise<void> {
  if (socketDir !== folders.run) {
    await rm(socketDir, { recursive: true, force: true });
  }
}
