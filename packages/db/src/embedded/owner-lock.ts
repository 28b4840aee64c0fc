import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LaunchError, systemCode } from './launch-error.ts';
import { startMark } from './processes.ts';

interface Owner {
  readonly pid: number;
  /** See `startMark`: tells the owner from a later process with the same id. */
  readonly mark: string;
  readonly since: string;
  readonly token: string;
}

/** Held by the one process that runs the server of a data folder. */
export interface OwnerLock {
  release(): Promise<void>;
}

const FILE = 'owner.json';

/**
 * Takes the data folder for this process. A lock whose process has ended (killed, power cut, id reused) is replaced.
 *
 * @throws LaunchError `in-use` if a living process holds it
 */
export async function takeOwnership(root: string): Promise<OwnerLock> {
  const file = join(root, FILE);
  const own: Owner = {
    pid: process.pid,
    mark: (await startMark(process.pid)) ?? '',
    since: new Date().toISOString(),
    token: randomBytes(8).toString('hex'),
  };
  while (!(await place(file, JSON.stringify(own), own.token))) {
    const text = await readIfThere(file);
    if (text !== undefined) {
      const owner = parse(text);
      if (owner !== undefined && (await startMark(owner.pid)) === owner.mark) {
        throw inUse(root, owner);
      }
      await discard(file, text, own.token);
    }
  }
  return {
    release: async () => {
      const text = await readIfThere(file);
      if (text !== undefined && parse(text)?.token === own.token) {
        await rm(file, { force: true });
      }
    },
  };
}

/** A lock appears with its whole content or not at all: written beside, then linked, which fails if one is there. */
async function place(file: string, text: string, token: string): Promise<boolean> {
  const draft = `${file}.${token}`;
  try {
    await writeFile(draft, text, { mode: 0o600 });
    await link(draft, file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') {
      return false;
    }
    throw new LaunchError('folder-not-writable', `不能写入 ${file}。请检查磁盘空间和权限。`, {
      cause: error,
    });
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Takes a stale lock away. Two starters may have judged the same lock stale, and the quicker one may have placed its own
 * since: so what was taken away is compared, and put back if it is not the stale one.
 */
async function discard(file: string, stale: string, token: string): Promise<void> {
  const aside = `${file}.${token}.stale`;
  try {
    await rename(file, aside);
    if ((await readFile(aside, 'utf8')) !== stale) {
      await link(aside, file);
    }
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(systemCode(error) ?? '')) {
      throw error;
    }
  } finally {
    await rm(aside, { force: true });
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

function parse(text: string): Owner | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'pid' in value && 'mark' in value) {
      return value as Owner;
    }
  } catch {
    return undefined; // damaged, as after a power cut: nobody holds it
  }
  return undefined;
}

function inUse(root: string, owner: Owner): LaunchError {
  return new LaunchError(
    'in-use',
    `数据文件夹 ${root} 正由另一个进程使用(进程号 ${owner.pid},自 ${owner.since} 起)。请先停止那个进程,或用 DATA_DIR 另选一个文件夹。`,
  );
}
