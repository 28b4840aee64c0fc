import { type ChildProcess, spawn } from 'node:child_process';
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

const running = new Set<ChildProcess>();
let ending: NodeJS.Signals | undefined;

/**
 * Runs a program without standard input, with the project's own programs first on the PATH. A signal
 * to us goes to what is running, starts nothing new, and ends us when all of it has ended.
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
    if (ending) return;
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...colours, PATH: path, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    running.add(child);
    let late = '';
    const tooLate = () => {
      late = `\n超过 ${timeoutMs / 1000} 秒,已停止 stopped after ${timeoutMs / 1000} s\n`;
      endGroup(child, 'SIGKILL');
    };
    const timer = timeoutMs > 0 ? setTimeout(tooLate, timeoutMs) : undefined;

    let output = '';
    const collect = (chunk: string) => {
      output += chunk;
      if (echo) process.stdout.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    const finish = (code: number, extra: string) => {
      clearTimeout(timer);
      running.delete(child);
      if (ending) endWhenIdle();
      else resolve({ code, output: output + extra });
    };
    child.on('error', (error) => finish(127, `${error.message}\n`));
    child.on('close', (code, signal) =>
      finish(code ?? 128 + (signal ? constants.signals[signal] : 0), late),
    );
  });
}

function endAll(signal: NodeJS.Signals): void {
  ending = signal;
  for (const child of running) endGroup(child, signal);
  endWhenIdle();
}

function endWhenIdle(): void {
  if (running.size === 0 && ending) process.exit(128 + constants.signals[ending]);
}

/** A program may have children of its own (a database, a browser): all of them go. */
function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended in the meantime, which is what was wanted.
  }
}

process.on('SIGINT', endAll);
process.on('SIGTERM', endAll);
