import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = resolve(import.meta.dirname, '../../..');
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 30_000;
const ASK_AGAIN_MS = 100;
/** What a user's shell has; settings of the test run itself stay out. */
const USUAL_ENVIRONMENT = ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR'];

/** The running product, as its user would have started it. */
export interface Product {
  url: string;
  dataDir: string;
  /** All that it has said so far, both outputs. */
  log: () => string;
  /**
   * Asks it to stop as an operator would (SIGTERM) and removes its folder.
   *
   * @throws where it does not end in time, ends with another code than 0, or leaves its database running
   */
  stop: () => Promise<void>;
}

/**
 * Starts the product on a free port with an empty data folder and waits until it can serve.
 *
 * @param settings environment beside PORT and DATA_DIR, such as QZT_DEMO
 * @throws with the product's own words where it does not become ready
 */
export async function startProduct(settings: Record<string, string> = {}): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'qzt-e2e-'));
  // Root starts the database as another user, who has to pass through here.
  chmodSync(folder, 0o711);
  const dataDir = join(folder, 'var');
  const port = await freePort();
  const usual = USUAL_ENVIRONMENT.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const child = spawn(process.execPath, ['apps/server/src/entry/cli.ts', 'start'], {
    cwd: ROOT,
    env: {
      ...Object.fromEntries(usual),
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      // Tests do not run beside the filling of thirty committees.
      QZT_DEMO_COMMITTEES: '1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const clear = () => {
    killGroup(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', clear);
  const stop = async () => {
    try {
      await stopKindly(child, dataDir, () => said);
    } finally {
      process.off('exit', clear);
      clear();
    }
  };

  const url = `http://127.0.0.1:${port}`;
  try {
    await becomeReady(child, url);
  } catch (cause) {
    process.off('exit', clear);
    clear();
    throw new Error(`产品没有启动成功:\n${said}`, { cause });
  }
  return { url, dataDir, log: () => said, stop };
}

/** Waits until the first committee has its invented residents: they come after the product is ready. */
export async function filled(product: Product): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (!product.log().includes('filled a committee')) {
    if (Date.now() > until) throw new Error(`演示数据没有填好:\n${product.log()}`);
    await wait(ASK_AGAIN_MS);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('没有空闲的端口');
  return address.port;
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

async function becomeReady(child: ChildProcess, url: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (hasEnded(child)) throw new Error(`它自己结束了,代码 ${child.exitCode ?? child.signalCode}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await wait(ASK_AGAIN_MS);
  }
  throw new Error(`${READY_WITHIN_MS / 1000} 秒内 /readyz 没有回答 200`);
}

async function stopKindly(child: ChildProcess, dataDir: string, said: () => string) {
  child.kill('SIGTERM');
  const until = Date.now() + STOP_WITHIN_MS;
  while (!hasEnded(child) && Date.now() < until) await wait(ASK_AGAIN_MS);
  if (!hasEnded(child)) throw new Error(`收到 SIGTERM 后 30 秒没有结束:\n${said()}`);
  if (child.exitCode !== 0) {
    throw new Error(`结束代码应当是 0,却是 ${child.exitCode ?? child.signalCode}:\n${said()}`);
  }
  const lock = findBelow(dataDir, 'postmaster.pid');
  if (lock) throw new Error(`内置的 PostgreSQL 还在运行:${lock}`);
}

function findBelow(folder: string, name: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return found.find((path) => path.split('/').at(-1) === name);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left, which is what was wanted.
  }
}
