import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { giveTo, look, makePrivateFolder, type ServerFolders } from './folders.ts';
import { disguise, type Identity } from './identity.ts';
import type { Installation } from './installation.ts';
import { LaunchError } from './launch-error.ts';
import { DRAFT_PREFIX } from './leftovers.ts';
import { SUPERUSER } from './roles.ts';

const MAJOR_VERSION = '18';

/**
 * Makes the data folder if there is none. It is made beside and renamed when done, so that a start which was cut off
 * never leaves half of one. An existing folder is checked and handed to the identity.
 *
 * @throws LaunchError `initdb-failed`, `other-major-version`
 */
export async function ensureCluster(plan: {
  readonly installation: Installation;
  readonly identity: Identity;
  readonly folders: ServerFolders;
  readonly durable: boolean;
}): Promise<{ readonly created: boolean }> {
  const { folders, identity } = plan;
  if ((await look(folders.data)) !== undefined) {
    await giveTo(folders.data, identity, ['PG_VERSION', 'postgresql.conf', 'global/pg_control']);
    await checkVersion(folders.data);
    return { created: false };
  }
  const draft = join(folders.root, `${DRAFT_PREFIX}${randomBytes(4).toString('hex')}`);
  await makePrivateFolder(draft, identity);
  try {
    await runInitdb(plan.installation, identity, draft, plan.durable);
    await rename(draft, folders.data);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  return { created: true };
}

async function runInitdb(
  installation: Installation,
  identity: Identity,
  folder: string,
  durable: boolean,
): Promise<void> {
  const command = disguise(identity, installation.initdb, [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    // The folder of the socket is what guards the server: no password to keep, nothing open to the network.
    '--auth-local=trust',
    '--auth-host=reject',
    '--encoding=UTF8',
    // Built in and not the machine's: text sorts alike everywhere, also after a system update, so that no index breaks.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ]);
  const child = spawn(command.file, command.args, {
    ...command.options,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
  });
  const ended = new Promise<number | string | null>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, killedBy) => resolve(code ?? killedBy));
  });
  const [problems, outcome] = await Promise.all([text(child.stderr), ended]);
  if (outcome !== 0) {
    throw new LaunchError(
      'initdb-failed',
      `建立数据库失败(${outcome}):${problems.trim()}\n请检查磁盘空间和数据文件夹 ${folder} 的权限。`,
    );
  }
}

async function checkVersion(dataFolder: string): Promise<void> {
  const version = (await readFile(join(dataFolder, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version !== MAJOR_VERSION) {
    throw new LaunchError(
      'other-major-version',
      version === ''
        ? `${dataFolder} 不是完整的数据库文件夹(没有 PG_VERSION)。请用 DATA_DIR 另选一个文件夹,并从备份恢复。`
        : `${dataFolder} 由 PostgreSQL ${version} 建立,本程序自带 ${MAJOR_VERSION}。请用建立它的程序版本做备份,再恢复到新的数据文件夹。`,
    );
  }
}
