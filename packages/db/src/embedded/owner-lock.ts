import { randomBytes } from 'node:crypto';
import { link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LaunchError, systemCode } from './launch-error.ts';
import { startMark } from './processes.ts';

interface Owner {
  readonly pid: number;
  /** See `startMark`: tells the owner from a later process with the same id. */
  readonly mark: string;
  readonly since: string;
}

/** Held by the one process that runs the server of a data folder. */
export interface OwnerLock {
  release(): Promise<void>;
}

/**
 * Takes the data folder for this process.
 *
 * Each owner makes a file with a number above all others, and the highest number rules. Making it fails if it is there,
 * so of several who find the last owner gone, one gets the next number. The highest file is never removed, only marked
 * as released: numbers never come back, and whoever was too slow and made a lower one sees the higher and withdraws.
 *
 * @throws LaunchError `in-use` if a living process holds it; one that has ended (killed, power cut, its id given to
 *   another) holds nothing
 */
export async function takeOwnership(root: string): Promise<OwnerLock> {
  const own: Owner = {
    pid: process.pid,
    mark: (await startMark(process.pid)) ?? '',
    since: new Date().toISOString(),
  };
  for (;;) {
    const last = await highest(root);
    const owner = await readOwner(fileOf(root, last));
    if (owner !== undefined && (await startMark(owner.pid)) === owner.mark) {
      throw inUse(root, owner);
    }
    const next = last + 1;
    if (await place(root, next, own)) {
      if ((await highest(root)) === next) {
        await removeBelow(root, next);
        return { release: () => replace(root, next, RELEASED) };
      }
      await rm(fileOf(root, next), { force: true });
    }
  }
}

/** Belongs to no process. */
const RELEASED: Owner = { pid: 0, mark: 'released', since: '' };

function fileOf(root: string, number: number): string {
  return join(root, `owner.${number}.json`);
}

async function numbers(root: string): Promise<number[]> {
  return (await readdir(root)).flatMap((name) => {
    const number = /^owner\.(\d+)\.json$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

async function highest(root: string): Promise<number> {
  return Math.max(0, ...(await numbers(root)));
}

async function removeBelow(root: string, number: number): Promise<void> {
  for (const older of await numbers(root)) {
    if (older < number) {
      await rm(fileOf(root, older), { force: true });
    }
  }
}

/** The file appears with its whole content or not at all: written beside, then linked, which fails if one is there. */
async function place(root: string, number: number, owner: Owner): Promise<boolean> {
  const draft = await writeDraft(root, owner);
  try {
    await link(draft, fileOf(root, number));
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') {
      return false;
    }
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function replace(root: string, number: number, owner: Owner): Promise<void> {
  await rename(await writeDraft(root, owner), fileOf(root, number));
}

async function writeDraft(root: string, owner: Owner): Promise<string> {
  const draft = join(root, `owner.draft-${randomBytes(8).toString('hex')}`);
  try {
    await writeFile(draft, JSON.stringify(owner), { mode: 0o600 });
    return draft;
  } catch (error) {
    throw new LaunchError('folder-not-writable', `不能写入 ${root}。请检查磁盘空间和权限。`, {
      cause: error,
    });
  }
}

async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    return parse(await readFile(file, 'utf8'));
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
