// Builds the browser apps: `npm run build`, and with `--if-stale` only what is missing or older than
// its sources, which is what `npm start` does.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.ts';
import { runCommand } from './run-command.ts';
import { ROOT } from './source-files.ts';

/** Beside the installed packages, because a new installation may change what a build gives. */
const STAMPS = join(ROOT, 'node_modules/.cache/quanzoutong');

interface Manifest {
  name?: string;
  dependencies?: Record<string, string>;
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as Manifest;
}

function workspaces(parent: string): string[] {
  return readdirSync(join(ROOT, parent))
    .map((name) => `${parent}/${name}`)
    .filter((folder) => existsSync(join(ROOT, folder, 'package.json')));
}

/** The folders of our own packages that an app stands on, its own first. */
function foldersBelow(app: string): string[] {
  const byName = new Map(workspaces('packages').map((folder) => [manifestOf(folder).name, folder]));
  const found = new Set([app]);
  for (const folder of found) {
    for (const name of Object.keys(manifestOf(folder).dependencies ?? {})) {
      const below = byName.get(name);
      if (below) found.add(below);
    }
  }
  return [...found];
}

function isFresh(app: string, stamp: string, sources: string): boolean {
  if (!existsSync(join(ROOT, app, 'dist')) || !existsSync(stamp)) return false;
  return readFileSync(stamp, 'utf8') === sources;
}

async function build(app: string, onlyIfStale: boolean): Promise<boolean> {
  const stamp = join(STAMPS, `${app.replace('/', '-')}.stamp`);
  const sources = fingerprint(ROOT, [
    ...foldersBelow(app),
    'package-lock.json',
    'tsconfig.base.json',
  ]);
  if (onlyIfStale && isFresh(app, stamp, sources)) return true;

  console.log(`正在构建 building ${app} …`);
  const since = performance.now();
  rmSync(stamp, { force: true });
  const { code, output } = await runCommand('vite', ['build', '--logLevel', 'warn'], {
    cwd: join(ROOT, app),
    env: { NODE_ENV: 'production' },
  });
  if (code !== 0) {
    console.error(
      `${output}\n${app} 构建失败:请看上面的说明(找不到 vite 时先运行 npm ci),改好后再运行 npm run build。`,
    );
    return false;
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
  console.log(`${app}/dist ${((performance.now() - since) / 1000).toFixed(1)} s`);
  return true;
}

const apps = workspaces('apps').filter((app) => existsSync(join(ROOT, app, 'vite.config.ts')));
if (apps.length === 0) console.log('没有要构建的网页程序 nothing to build');
for (const app of apps) {
  if (!(await build(app, process.argv.includes('--if-stale')))) process.exitCode = 1;
}
