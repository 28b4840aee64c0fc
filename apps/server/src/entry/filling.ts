import { type ChildProcess, fork } from 'node:child_process';
import type { Logger } from '../platform/log.ts';
import type { Connection } from '../platform/pool.ts';
import type { FilledMessage, FillMessage } from './fill-process.ts';

export interface Filling {
  /** Resolves when the first committee is there, or when it is certain that it will not be. */
  readonly first: Promise<void>;
  /** People are being served: the filler leaves them more room for a while. */
  busy(): void;
  stop(): Promise<void>;
}

export interface FillingOptions {
  /** As the owner; it goes to the child over a pipe, never into its arguments. */
  readonly connection: Connection;
  readonly keysDir: string;
  readonly committees: number;
  readonly log: Logger;
}

/** One batch and the people of one committee fit many times; without a bound the heap would grow beyond the server's. */
const HEAP_MB = 192;

/** Telling the filler more often that people are served tells it nothing new. */
const TELL_EVERY_MS = 250;

/** Fills the demonstration's committees in a process of its own, which ends with ours. */
export function startFilling({ log, ...order }: FillingOptions): Filling {
  const child = fork(new URL('./fill-process.ts', import.meta.url), {
    execArgv: [...process.execArgv, `--max-old-space-size=${HEAP_MB}`],
  });
  let stopping = false;
  let toldAt = 0;
  const { promise: first, resolve } = Promise.withResolvers<void>();
  const ended = new Promise<void>((done) => {
    child.once('exit', (code) => {
      if (code !== 0 && !stopping)
        log.error({ code }, 'the demonstration is not filled to its end; the next start goes on');
      resolve();
      done();
    });
  });
  child.once('error', (error) => log.error({ err: error }, 'the filler failed'));
  child.on('message', (message: FilledMessage) => {
    resolve();
    if (message.rows > 0) log.info(message, 'filled a committee of the demonstration');
  });
  tell(child, { order });
  return {
    first,
    busy() {
      const now = performance.now();
      if (now - toldAt < TELL_EVERY_MS) return;
      toldAt = now;
      tell(child, { busy: true });
    },
    async stop() {
      stopping = true;
      child.kill();
      await ended;
    },
  };
}

function tell(child: ChildProcess, message: FillMessage): void {
  // A child that has just ended cannot be told anything, and need not be.
  if (child.connected) child.send(message, () => undefined);
}
