import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';

const DEBIAN = '/usr/lib/postgresql';
const INSTALL_WITHIN_MS = 180_000;

/** The program, installed by apt where root may; undefined (with a line that says so) where there is none. */
export function providePgbench(): string | undefined {
  const found = findPgbench();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0) {
    console.error('没有找到 pgbench,正在用 apt 安装…');
    const apt = (args: string[]) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        timeout: INSTALL_WITHIN_MS,
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    const install = ['install', '-y', '--no-install-recommends', 'postgresql-contrib'];
    if (apt(install).status !== 0) {
      apt(['update']);
      apt(install);
    }
  }
  const now = findPgbench();
  if (now === undefined)
    console.error('没有 pgbench,不能比较:请安装 postgresql-contrib(含 pgbench)后再运行');
  return now;
}

function findPgbench(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'pgbench'));
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))
    : [];
  const installed = versions.map((version) => join(DEBIAN, version, 'bin/pgbench'));
  return [...installed, ...onPath].find((file) => existsSync(file));
}

export interface PgbenchTask {
  readonly program: string;
  readonly socketDir: string;
  readonly script: string;
  readonly scriptFile: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly clients: number;
  /** Options of the session, as PGOPTIONS takes them. */
  readonly sessionOptions: string;
  readonly warmSeconds: number;
  readonly seconds: number;
}

export interface PgbenchResult {
  /** Transactions committed, warming included. */
  readonly transactions: number;
  /** Per second of the counted time. */
  readonly perSecond: number;
}

/** Errors: when pgbench ends with an error, aborts a client or says nothing. */
export async function runPgbench(task: PgbenchTask): Promise<PgbenchResult> {
  writeFileSync(task.scriptFile, task.script);
  const defined = Object.entries(task.variables).flatMap(([name, value]) => [
    '-D',
    `${name}=${value}`,
  ]);
  const seconds = task.warmSeconds + task.seconds;
  const child = spawn(
    task.program,
    [
      ...['-h', task.socketDir, '-p', '5432', '-U', 'qzt_app', '-n', '-M', 'prepared'],
      ...['-c', String(task.clients), '-j', '2', '-T', String(seconds), '-P', '1'],
      ...['-f', task.scriptFile, ...defined, 'quanzoutong'],
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, LC_ALL: 'C', PGOPTIONS: task.sessionOptions },
    },
  );
  const ended = once(child, 'exit');
  const [summary, progress] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await ended;
  const transactions = /transactions actually processed: (\d+)/.exec(summary)?.[1];
  const ticks = [...progress.matchAll(/^progress: [\d.]+ s, ([\d.]+) tps/gm)].map((match) =>
    Number(match[1]),
  );
  const counted = ticks.slice(task.warmSeconds, seconds);
  if (code !== 0 || transactions === undefined || counted.length === 0)
    throw new Error(`pgbench 没有完成:\n${progress}\n${summary}`);
  return {
    transactions: Number(transactions),
    perSecond: counted.reduce((sum, tick) => sum + tick, 0) / counted.length,
  };
}

/** For the report: which pgbench was it. */
export const versionOf = (program: string): string =>
  execFileSync(program, ['--version'], { encoding: 'utf8' }).trim();
