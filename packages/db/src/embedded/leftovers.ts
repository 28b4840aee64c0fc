import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ServerFolders, SOCKET_PORT } from './folders.ts';
import { LaunchError, systemCode } from './launch-error.ts';
import { processesIn, signal, waitForEnd } from './processes.ts';

/** A fast shutdown writes everything out; a slow disk may take its time. */
const GRACEFUL_MS = 60_000;
const FORCED_MS = 10_000;

/** Folder in which initdb works until it is done; a start that was cut off leaves one behind. */
export const DRAFT_PREFIX = 'data.new-';

/**
 * Clears what an owner that was killed has left, so that a start can go on. To be called by the holder of the owner lock
 * only, as it takes for granted that whatever runs on the data folder is an orphan.
 * - a postmaster that still runs is shut down like on any other day;
 * - server processes without a postmaster (it was killed) are ended: they would block the shared memory, and the start
 *   recovers from the write-ahead log;
 * - lock files are removed, because PostgreSQL would believe one whose number was given to another process meanwhile.
 *
 * @throws LaunchError `leftover-process` if one cannot be ended
 */
export async function clearLeftovers(
  folders: ServerFolders,
  socketDir: string,
  log: (line: string) => void,
): Promise<void> {
  const running = await processesIn(folders.data);
  if (running.length > 0) {
    await endOrphans(folders, running, log);
  }
  await rm(join(folders.data, 'postmaster.pid'), { force: true });
  await rm(join(socketDir, `.s.PGSQL.${SOCKET_PORT}`), { force: true });
  await rm(join(socketDir, `.s.PGSQL.${SOCKET_PORT}.lock`), { force: true });
  for (const name of await readdir(folders.root)) {
    if (name.startsWith(DRAFT_PREFIX)) {
      // An initdb that outlived its owner by a moment may still be writing there: try again until it has ended.
      await rm(join(folders.root, name), {
        recursive: true,
        force: true,
        maxRetries: 30,
        retryDelay: 50,
      });
    }
  }
}

async function endOrphans(
  folders: ServerFolders,
  running: readonly number[],
  log: (line: string) => void,
): Promise<void> {
  const postmaster = await recordedPostmaster(folders.data);
  if (postmaster !== undefined && running.includes(postmaster)) {
    log(`上次的数据库(进程号 ${postmaster})还在运行,正在停止它`);
    signal(postmaster, 'SIGINT');
    await waitForEnd(running, GRACEFUL_MS);
  }
  const stubborn = await processesIn(folders.data);
  if (stubborn.length === 0) {
    return;
  }
  log(`上次的数据库留下了进程 ${stubborn.join('、')},正在结束它们`);
  for (const pid of stubborn) {
    signal(pid, 'SIGKILL');
  }
  const left = await waitForEnd(stubborn, FORCED_MS);
  if (left.length > 0) {
    throw new LaunchError(
      'leftover-process',
      `上次的数据库进程(${left.join('、')})无法结束。请重启电脑后再启动。`,
    );
  }
}

async function recordedPostmaster(dataFolder: string): Promise<number | undefined> {
  try {
    const text = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8');
    return Number.parseInt(text, 10);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
