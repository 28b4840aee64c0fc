import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { ServerFolders } from './folders.ts';
import { disguise, type Identity } from './identity.ts';
import type { Installation } from './installation.ts';
import { LaunchError } from './launch-error.ts';
import { signal, waitForEnd } from './processes.ts';
import { startWatchdog } from './watchdog.ts';

/** A fast shutdown rolls back and writes a checkpoint; on a slow disk that takes minutes, and cutting it costs a recovery. */
const FAST_SHUTDOWN_MS = 120_000;
const IMMEDIATE_SHUTDOWN_MS = 15_000;
const REMEMBERED_LINES = 20;

/** A running PostgreSQL, guarded by a watchdog. */
export interface Postmaster {
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason, with a description of how. */
  readonly ended: Promise<string>;
  /** The last lines of its log, for an error message. */
  recentLines(): string;
  /** Fast shutdown; force only after a long time. */
  shutDown(): Promise<void>;
}

/** Spawns PostgreSQL on the folders. It is not ready yet when this returns. */
export async function spawnPostmaster(plan: {
  readonly installation: Installation;
  readonly identity: Identity;
  readonly folders: ServerFolders;
  readonly settings: readonly string[];
  readonly log: (line: string) => void;
}): Promise<Postmaster> {
  const watchdog = startWatchdog(plan.folders.data);
  const command = disguise(plan.identity, plan.installation.postgres, [
    '-D',
    plan.folders.data,
    ...plan.settings,
  ]);
  const child = spawn(command.file, command.args, {
    ...command.options,
    // Its own session: Ctrl-C in a terminal goes to this process, which ends its requests before the database.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Nothing of our environment: it may hold secrets, and PG… variables would change the server's ways.
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
  });
  const lines = collectLines(child.stderr, plan.log);
  const ended = whenEnded(child).finally(() => watchdog.dismiss());
  const { pid } = child;
  if (pid === undefined) {
    throw new LaunchError('start-failed', `数据库程序没有启动:${await ended}`);
  }
  watchdog.guard(pid);
  return {
    pid,
    ended,
    recentLines: () => lines.join('\n'),
    // its id may be another's by now if it has ended
    shutDown: () => (hasEnded(child) ? ended.then(() => undefined) : shutDown(pid, ended)),
  };
}

function collectLines(stream: Readable, log: (line: string) => void): string[] {
  const lines: string[] = [];
  createInterface({ input: stream }).on('line', (line) => {
    lines.push(line);
    if (lines.length > REMEMBERED_LINES) {
      lines.shift();
    }
    log(line);
  });
  return lines;
}

function whenEnded(child: ChildProcessByStdio<null, null, Readable>): Promise<string> {
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    // 'exit' and not 'close': a server process that lingers keeps the log's pipe open
    child.on('exit', (code, killedBy) => resolve(killedBy ?? `exit ${code}`));
  });
}

function hasEnded(child: ChildProcessByStdio<null, null, Readable>): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function shutDown(pid: number, ended: Promise<string>): Promise<void> {
  const steps = [
    ['SIGINT', FAST_SHUTDOWN_MS],
    ['SIGQUIT', IMMEDIATE_SHUTDOWN_MS],
    ['SIGKILL', IMMEDIATE_SHUTDOWN_MS],
  ] as const;
  for (const [name, milliseconds] of steps) {
    signal(pid, name);
    if ((await waitForEnd([pid], milliseconds)).length === 0) {
      break;
    }
  }
  await ended;
}
