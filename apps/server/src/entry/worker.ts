import { recurringTasks } from '../assembly/jobs.ts';
import type { KitGround } from '../features/offline-kit/index.ts';
import { faultOf, type Logger } from '../platform/log.ts';
import { consoleGateway } from '../platform/notify/index.ts';
import { type Connection, jobsPool } from '../platform/pool.ts';
import { startQueue } from '../platform/queue/index.ts';

export interface WorkerOptions {
  /** As the jobs' role. */
  readonly connection: Connection;
  readonly ground: KitGround;
  readonly log: Logger;
  /** Whether people and numbers are invented, so that a message's text may be shown. */
  readonly demonstration: boolean;
}

export interface Worker {
  stop(): Promise<void>;
}

/** Starts everything that happens by the clock, in the process of the server. End it before the pools of its ground. */
export function startWorker({ connection, ground, log, demonstration }: WorkerOptions): Worker {
  let stopping = false;
  const pool = jobsPool(connection, (error) => {
    if (!stopping) log.warn({ fault: faultOf(error) }, 'a connection of the jobs failed');
  });
  const gateway = consoleGateway({
    print: (line) => process.stdout.write(`${line}\n`),
    sayText: demonstration,
  });
  const queue = startQueue({
    connection,
    log,
    tasks: recurringTasks({ ...ground, jobsPool: pool, gateway, log }),
  });
  return {
    async stop() {
      stopping = true;
      await queue.stop();
      await pool.end();
    },
  };
}
