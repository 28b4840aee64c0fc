import { execFileSync } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process with this id exists; one of another user counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * A mark that differs between two processes which had the same id, also across a restart of the machine; undefined if
 * there is no such process. Linux: boot id and start in clock ticks; elsewhere the start time as `ps` says it.
 */
export async function startMark(pid: number): Promise<string | undefined> {
  if (!isAlive(pid)) {
    return undefined;
  }
  try {
    if (process.platform === 'linux') {
      const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
      const status = await readFile(`/proc/${pid}/stat`, 'utf8');
      // the name in brackets may hold spaces and brackets: count from the last one; start time is field 22
      const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
      // a zombie has ended; only its parent has not looked yet
      return fields[0] === 'Z' ? undefined : `${boot.trim()}:${fields[19]}`;
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/**
 * The processes of PostgreSQL that work on a data folder: the postmaster changes its working folder to it and its
 * children inherit that. Without /proc only the postmaster is found, by the folder on its command line.
 */
export async function processesIn(dataFolder: string): Promise<number[]> {
  if (process.platform !== 'linux') {
    return postmastersByCommand(dataFolder);
  }
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (/^\d+$/.test(name) && (await isServerProcess(name, dataFolder))) {
      found.push(Number(name));
    }
  }
  return found;
}

async function isServerProcess(pid: string, dataFolder: string): Promise<boolean> {
  try {
    if ((await readlink(`/proc/${pid}/cwd`)) !== dataFolder) {
      return false;
    }
    // an administrator's shell may stand in the folder too
    return (await readFile(`/proc/${pid}/comm`, 'utf8')).trim() === 'postgres';
  } catch {
    return false; // ended meanwhile, or another user's
  }
}

function postmastersByCommand(dataFolder: string): number[] {
  const lines = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).split('\n');
  return lines
    .filter((line) => line.includes('postgres') && line.includes(`-D ${dataFolder} `))
    .map((line) => Number.parseInt(line, 10));
}

/** Waits until none of the processes exists, or the time is over; answers those that remain. */
export async function waitForEnd(pids: readonly number[], milliseconds: number): Promise<number[]> {
  const end = Date.now() + milliseconds;
  let left = await stillRunning(pids);
  while (left.length > 0 && Date.now() < end) {
    await sleep(20);
    left = await stillRunning(left);
  }
  return left;
}

async function stillRunning(pids: readonly number[]): Promise<number[]> {
  const marks = await Promise.all(pids.map(startMark));
  return pids.filter((_, index) => marks[index] !== undefined);
}

/** Sends a signal; a process that has ended meanwhile is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) {
      throw error;
    }
  }
}
