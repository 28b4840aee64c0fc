import { spawnSync } from 'node:child_process';
import type { Stats } from 'node:fs';
import { LaunchError } from './launch-error.ts';

/** `nobody`: on every common Linux it is in the password file, where initdb looks the name up. */
const UNPRIVILEGED = 65534;

/**
 * Under whom the server runs. PostgreSQL refuses to run as root, so for root there are two disguises:
 * - `plain`: not root, nothing to do;
 * - `numeric`: another uid, to which the data folder then belongs;
 * - `namespace`: root outside, another uid within a user namespace (`unshare -U`). Files stay root's, so that it works
 *   where no other user can reach the programs or the data, as in a clone under a home folder of mode 0700.
 */
export interface Identity {
  readonly kind: 'plain' | 'numeric' | 'namespace';
  /** Owner that the server's files must have, seen from outside. */
  readonly uid: number;
  readonly gid: number;
}

/** A program with its arguments, and the spawn options that go with the disguise. */
export interface DisguisedCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly options: { readonly cwd: string; readonly uid?: number; readonly gid?: number };
}

/** Wraps a command so that it runs under the identity. */
export function disguise(
  identity: Identity,
  file: string,
  args: readonly string[],
): DisguisedCommand {
  // A working folder that every uid can enter: PostgreSQL looks at it before it changes to its own.
  const options = { cwd: '/' };
  switch (identity.kind) {
    case 'plain':
      return { file, args, options };
    case 'numeric':
      return { file, args, options: { ...options, uid: identity.uid, gid: identity.gid } };
    case 'namespace':
      return {
        file: 'unshare',
        args: ['-U', `--map-user=${UNPRIVILEGED}`, '--', file, ...args],
        options,
      };
  }
}

/**
 * Chooses the identity by trying: the programs must start and the folder must be enterable and writable. Trying sees
 * what mode bits do not show (access lists, mounts without exec, forbidden namespaces).
 *
 * @param programs commands that must succeed, such as `postgres --version`
 * @param prepare  makes the folders belong to the identity before its access is tried
 * @param owner    of the data folder, if it exists already: kept if it is not root
 * @throws LaunchError `no-usable-identity`
 */
export async function chooseIdentity(choice: {
  readonly programs: readonly (readonly [string, ...string[]])[];
  readonly folder: string;
  readonly owner: Stats | undefined;
  readonly prepare: (identity: Identity) => Promise<void>;
}): Promise<Identity> {
  const reasons: string[] = [];
  for (const identity of candidates(choice.owner)) {
    const reason = programTrouble(identity, choice.programs);
    if (reason === undefined) {
      await choice.prepare(identity);
      const trouble = folderTrouble(identity, choice.folder);
      if (trouble === undefined) {
        return identity;
      }
      reasons.push(`${title(identity)}:${trouble}`);
    } else {
      reasons.push(`${title(identity)}:${reason}`);
    }
  }
  throw new LaunchError('no-usable-identity', advice(choice.folder, reasons));
}

function candidates(owner: Stats | undefined): Identity[] {
  const uid = process.getuid?.() ?? UNPRIVILEGED;
  const gid = process.getgid?.() ?? UNPRIVILEGED;
  if (uid !== 0) {
    return [{ kind: 'plain', uid, gid }];
  }
  const numeric: Identity =
    owner !== undefined && owner.uid !== 0
      ? { kind: 'numeric', uid: owner.uid, gid: owner.gid }
      : { kind: 'numeric', uid: UNPRIVILEGED, gid: UNPRIVILEGED };
  return [numeric, { kind: 'namespace', uid: 0, gid: 0 }];
}

function programTrouble(
  identity: Identity,
  programs: readonly (readonly [string, ...string[]])[],
): string | undefined {
  for (const [file, ...args] of programs) {
    const trouble = attempt(identity, file, args);
    if (trouble !== undefined) {
      return `不能运行 ${file}(${trouble})`;
    }
  }
  return undefined;
}

function folderTrouble(identity: Identity, folder: string): string | undefined {
  const trouble = attempt(identity, '/bin/sh', ['-c', 'cd -- "$1" && test -w .', 'sh', folder]);
  return trouble === undefined ? undefined : `不能进入或写入 ${folder}`;
}

function attempt(identity: Identity, file: string, args: readonly string[]): string | undefined {
  const command = disguise(identity, file, args);
  const result = spawnSync(command.file, command.args, { ...command.options, encoding: 'utf8' });
  if (result.error !== undefined) {
    return result.error.message;
  }
  return result.status === 0
    ? undefined
    : result.stderr.trim().split('\n')[0] || `${result.status}`;
}

function title(identity: Identity): string {
  switch (identity.kind) {
    case 'plain':
      return '以当前用户';
    case 'numeric':
      return `以用户号 ${identity.uid}`;
    case 'namespace':
      return '以独立的用户命名空间(unshare)';
  }
}

function advice(folder: string, reasons: readonly string[]): string {
  return [
    '自带的数据库无法启动:没有可用的运行身份。',
    ...reasons.map((reason) => `  · ${reason}`),
    `请任选其一:用普通用户(不是 root)运行;把程序放到其他用户也能进入的文件夹(例如 /opt),数据文件夹也一样(现为 ${folder},可用 DATA_DIR 指定);或用 DATABASE_URL 指向已有的 PostgreSQL(15 或更高版本)。`,
  ].join('\n');
}
