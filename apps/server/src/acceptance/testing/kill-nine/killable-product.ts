import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ENTRY = join(import.meta.dirname, '../../../entry/cli.ts');
const READY_WITHIN_MS = 120_000;
const END_WITHIN_MS = 30_000;

/** The product as its user runs it, durability and all, to be killed. */
export interface KillableProduct {
  readonly url: string;
  /** Of the server process. */
  kill(): Promise<void>;
  /** Of the database's main process; resolves when the server has noticed and ended. */
  killDatabase(): Promise<void>;
  /** As an operator would. Errors: when it ends with another code than 0. */
  stop(): Promise<void>;
  /** As `stop`, with the database killed while the product stops. Errors: as `stop`. */
  stopWithoutDatabase(): Promise<void>;
}

/** Starts on a data folder, which may have been left by a killed one. Errors: with the product's own words. */
export async function startKillable(dataDir: string): Promise<KillableProduct> {
  const child = spawn(process.execPath, [ENTRY, 'start'], {
    env: {
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDir,
      QZT_DEMO: '1',
      QZT_DEMO_COMMITTEES: '0',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const clear = () => child.kill('SIGKILL');
  process.once('exit', clear);
  const ended = once(child, 'exit').finally(() => process.off('exit', clear));
  const end = async (): Promise<void> => {
    const inTime = await Promise.race([ended.then(() => true), wait(END_WITHIN_MS, false)]);
    if (!inTime) throw new Error(`产品没有结束:\n${said}`);
  };
  const endInOrder = async (): Promise<void> => {
    await end();
    if (child.exitCode !== 0) throw new Error(`结束代码 ${child.exitCode}:\n${said}`);
  };
  const url = await untilReady(child, () => said);
  return {
    url,
    kill: () => {
      child.kill('SIGKILL');
      return end();
    },
    killDatabase: async () => {
      await killPostmaster(dataDir);
      await end();
    },
    stop: async () => {
      child.kill('SIGTERM');
      await endInOrder();
    },
    stopWithoutDatabase: async () => {
      child.kill('SIGTERM');
      await killPostmaster(dataDir);
      await endInOrder();
    },
  };
}

async function killPostmaster(dataDir: string): Promise<void> {
  const record = await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8');
  process.kill(Number(record.split('\n')[0]), 'SIGKILL');
}

async function untilReady(child: ChildProcess, said: () => string): Promise<string> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0];
    if (url !== undefined) {
      const answer = await fetch(`${url}/readyz`).catch(() => undefined);
      await answer?.body?.cancel();
      if (answer?.status === 200) return url;
    }
    await wait(20);
  }
  child.kill('SIGKILL');
  throw new Error(`产品没有启动成功:\n${said()}`);
}
