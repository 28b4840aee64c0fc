import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { ROOT } from './source-files.ts';

export interface Finished {
  /** 0 is success; 127 where the program was not found; 128 + signal where a signal ended it. */
  code: number;
  /** What it said on both outputs, in the order of arrival. */
  output: string;
}

export interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Show the output while it arrives, beside keeping it. */
  echo?: boolean;
  /** The whole process group is ended after this time. */
  timeoutMs?: number;
}

/**
 * Runs a program without standard input, with the project's own programs first on the PATH. A signal
 * to us goes to the program first and ends us when the program has ended.
 */
export function runCommand(
  program: string,
  args: readonly string[],
  { cwd = ROOT, env = {}, echo = false, timeoutMs = 0 }: RunOptions = {},
): Promise<Finished> {
  const path = [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  // A log file or a build machine has no use for colours.
  const colours = process.stdout.isTTY && echo ? {} : { NO_COLOR: '1' };
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...colours, PATH: path, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const stop = (signal: NodeJS.Signals) => child.pid && endGroup(child.pid, signal);
    let passedOn: NodeJS.Signals | undefined;
    const forward = (signal: NodeJS.Signals) => {
      passedOn = signal;
      stop(signal);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, forward);
    const timer = timeoutMs > 0 ? setTimeout(() => stop('SIGKILL'), timeoutMs) : undefined;

    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      if (echo) process.stdout.write(chunk);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const finish = (code: number, extra = '') => {
      clearTimeout(timer);
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, forward);
      if (passedOn) process.kill(process.pid, passedOn);
      resolve({ code, output: output + extra });
    };
    child.on('error', (error) => finish(127, `${error.message}\n`));
    child.on('close', (code, signal) =>
      finish(
        code ?? 128 + (signal ? constants.signals[signal] : 0),
        timeoutNote(signal, timeoutMs),
      ),
    );
  });
}

function timeoutNote(signal: NodeJS.Signals | null, timeoutMs: number): string {
  if (signal !== 'SIGKILL' || timeoutMs === 0) return '';
  return `\n超过 ${timeoutMs / 1000} 秒,已停止 stopped after ${timeoutMs / 1000} s\n`;
}

/** A program may have children of its own (a database, a browser): all of them go. */
function endGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended in the meantime, which is what was wanted.
  }
}
