import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Workplace } from './workplace.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 20_000;
/** What a user's shell has. Settings of the caller's environment stay out: the bench brings its own. */
const USUAL_ENVIRONMENT = ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR'];

/** The running product, as its user would have started it. */
export interface RunningProduct {
  readonly port: number;
  readonly pid: number;
  /** Folder of the database's socket. */
  readonly socketDir: string;
  /** Asks it to stop as an operator would. Errors: when it ends with another code than 0. */
  stop(): Promise<void>;
}

export const databaseOf = (dataDir: string): string => join(dataDir, 'postgres');

/**
 * Starts the product on a data folder and a free port, and waits until it can serve.
 * Errors: with the product's own words where it does not become ready.
 */
export async function startProduct(
  workplace: Workplace,
  dataDir: string,
  nodeOptions: readonly string[] = [],
): Promise<RunningProduct> {
  const child = spawn(
    process.execPath,
    [...nodeOptions, join(ROOT, 'apps/server/src/entry/cli.ts'), 'start'],
    { cwd: ROOT, env: environment(dataDir), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const stop = async () => {
    await stopKindly(child, () => said);
    // Of a killed product the database is stopped by its watchdog, a moment later.
    await untilGone(join(databaseOf(dataDir), 'data/postmaster.pid'));
  };
  workplace.onEnd(stop);
  const port = await readyPort(child, () => said);
  return {
    port,
    pid: child.pid ?? 0,
    socketDir: join(databaseOf(dataDir), 'run'),
    stop,
  };
}

function environment(dataDir: string): NodeJS.ProcessEnv {
  const usual = Object.fromEntries(
    USUAL_ENVIRONMENT.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return {
    ...usual,
    NODE_ENV: 'production',
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    QZT_DEMO: '1',
    // Accounts only: a filling in the background would be measured as well.
    QZT_DEMO_COMMITTEES: '0',
    LOG_LEVEL: 'warn',
  };
}

const hasEnded = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

/** The product chooses the port and says its address. */
async function readyPort(child: ChildProcess, said: () => string): Promise<number> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && !hasEnded(child)) {
    const port = /127\.0\.0\.1:(\d+)/.exec(said())?.[1];
    if (port !== undefined) {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.status === 200) return Number(port);
    }
    await wait(50);
  }
  throw new Error(`产品没有启动成功:\n${said()}`);
}

/** One that does not stop in time is a fault of the product, and told; what was measured stands all the same. */
async function stopKindly(child: ChildProcess, said: () => string): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const inTime = await Promise.race([ended.then(() => true), wait(STOP_WITHIN_MS, false)]);
  if (!inTime) {
    console.error(`产品收到 SIGTERM 后 ${STOP_WITHIN_MS / 1000} 秒没有停下:\n${said()}`);
    child.kill('SIGKILL');
    await ended;
  } else if (child.exitCode !== 0)
    throw new Error(
      `产品的结束代码应当是 0,却是 ${child.exitCode ?? child.signalCode}:\n${said()}`,
    );
}

async function untilGone(file: string): Promise<void> {
  const until = Date.now() + STOP_WITHIN_MS;
  while (existsSync(file) && Date.now() < until) await wait(50);
}
