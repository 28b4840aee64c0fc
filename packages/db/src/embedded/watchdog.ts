import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Guards one postmaster; see `startWatchdog`. */
export interface Watchdog {
  /** From now on the postmaster with this id is shut down when this process ends, however it ends. */
  guard(postmasterPid: number): void;
  /** To be called when the postmaster has ended. */
  dismiss(): void;
}

/**
 * Reads its standard input: the postmaster's id, then a word of farewell. If the input ends without that word, the
 * parent is dead, be it by kill -9, because only the kernel closes a pipe. The id is compared with the data folder's own
 * record, so that another process which was given the same id is never hit.
 */
const SCRIPT = `
read -r postmaster || exit 0
read -r word && [ "$word" = dismissed ] && exit 0
read -r recorded < "$1" || exit 0
[ "$recorded" = "$postmaster" ] && kill -INT "$postmaster"
`;

/** Starts a small shell of its own session, which outlives this process by the moment that the shutdown takes to begin. */
export function startWatchdog(dataFolder: string): Watchdog {
  const shell = spawn(
    '/bin/sh',
    ['-c', SCRIPT, 'qzt-watchdog', join(dataFolder, 'postmaster.pid')],
    {
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { PATH: '/usr/bin:/bin' },
    },
  );
  // Without a watchdog the next start still finds and stops the orphan; so losing it must not end the server.
  shell.on('error', () => shell.stdin.destroy());
  shell.stdin.on('error', () => shell.stdin.destroy());
  return {
    guard: (postmasterPid) => shell.stdin.write(`${postmasterPid}\n`),
    dismiss: () => shell.stdin.end('dismissed\n'),
  };
}
