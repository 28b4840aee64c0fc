import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The checkout that these tools look after. */
export const ROOT = resolve(import.meta.dirname, '..');

/**
 * Files of the checkout as git lists them (tracked, or new and not ignored), relative to its root.
 * `safe.directory` is given because a build machine often runs as another user than the owner.
 *
 * @throws where the folder is no git checkout, saying so in Chinese
 */
export function listFiles(root: string = ROOT): string[] {
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  let output: string;
  try {
    output = execFileSync('git', ['-c', 'safe.directory=*', ...listed], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (cause) {
    throw new Error(`列不出 ${root} 的文件:请装好 git,并在 git 克隆的目录里运行检查。`, { cause });
  }
  const names = output.split('\0').filter((name) => name !== '');
  return [...new Set(names)].filter((name) => existsSync(join(root, name))).sort();
}

/** A TypeScript file of ours; what a tool generates is not. */
export function isSource(file: string): boolean {
  return /\.tsx?$/.test(file) && !/\.generated\./.test(file);
}

export function isTest(file: string): boolean {
  return /\.(test|e2e)\.tsx?$/.test(file);
}

export function countLines(file: string, root: string = ROOT): number {
  return readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length;
}
