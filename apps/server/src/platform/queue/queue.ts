import { setTimeout as sleep } from 'node:timers/promises';
import {
  type JobHelpers,
  makeWorkerUtils,
  parseCronItems,
  Logger as QueueLogger,
  type Runner,
  run,
} from 'graphile-worker';
import pg from 'pg';
import { faultOf, type Logger } from '../log.ts';
import type { Connection } from '../pool.ts';

/**
 * Work that comes round again. It looks for what is due in the rows, which are the truth; the queue only wakes it. It may
 * run twice at once (two servers, a restart), so it has to be harmless then.
 */
export interface RecurringTask {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: () => Promise<void>;
}

export interface Queue {
  /** Waits for the work in hand and ends the connections. */
  stop(): Promise<void>;
}

export interface QueueOptions {
  /** As the role that owns the queue's tables. */
  readonly connection: Connection;
  readonly log: Logger;
  readonly tasks: readonly RecurringTask[];
}

const AT_ONCE = 4;
/**
 * The end of a job is noted through the library's batches, for their error handler: alone, it is noted by a promise that
 * nobody waits for, and a database that dies just then would end the whole process.
 */
const NOTED_IN_BATCHES = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };
const RESTART_MS = 5_000;
const LONGEST_WAIT_SECONDS = 300;

/** Starts the queue and every task on it. What fails later is logged and tried again; nothing here ends the process. */
export function startQueue({ connection, log, tasks }: QueueOptions): Queue {
  const stopping = new AbortController();
  const pool = new pg.Pool({ ...connection, max: AT_ONCE + 2, idleTimeoutMillis: 60_000 });
  // A pool says that it has ended while its connections are still going; the database may end before they do.
  const lost = (error: Error) => {
    if (!stopping.signal.aborted) log.warn({ fault: faultOf(error) }, 'a queue connection failed');
  };
  pool.on('error', lost);
  pool.on('connect', (client) => {
    client.on('error', lost);
  });
  let runner: Runner | undefined;

  const loop = (async () => {
    while (!stopping.signal.aborted) {
      try {
        runner = await runTasks(pool, log, tasks);
        if (stopping.signal.aborted) await runner.stop();
        await runner.promise;
      } catch (error) {
        if (!stopping.signal.aborted)
          log.error({ fault: faultOf(error) }, 'the job queue stopped and is started again');
      }
      await sleep(RESTART_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      // A runner that is just ending by itself says so with an error; the loop has seen it.
      await runner?.stop().catch(() => undefined);
      await loop;
      await pool.end();
    },
  };
}

async function runTasks(
  pool: pg.Pool,
  log: Logger,
  tasks: readonly RecurringTask[],
): Promise<Runner> {
  const logger = new QueueLogger((scope) => (level, message) => {
    log.debug({ from: 'queue', severity: level, task: scope.taskIdentifier }, message);
  });
  const runner = await run({
    pgPool: pool,
    logger,
    preset: NOTED_IN_BATCHES,
    concurrency: AT_ONCE,
    noHandleSignals: true,
    taskList: Object.fromEntries(tasks.map((task) => [task.name, again(task, log)])),
    // Should a chain of runs have been cut (a kill between two), the minute starts it anew.
    parsedCronItems: parseCronItems(
      tasks.map(({ name }) => ({
        task: name,
        match: '* * * * *',
        identifier: name,
        options: { jobKey: name, jobKeyMode: 'preserve_run_at', maxAttempts: 1, backfillPeriod: 0 },
      })),
    ),
  });
  try {
    for (const { name } of tasks) await runner.addJob(name, {}, { jobKey: name, maxAttempts: 1 });
    const utils = await makeWorkerUtils({ pgPool: pool, logger });
    await utils.cleanup({ tasks: ['DELETE_PERMAFAILED_JOBS'] });
    await utils.release();
  } catch (error) {
    // Another runner is started in its place; this one lets go of its connections as soon as it can.
    void runner.stop().catch(() => undefined);
    throw error;
  }
  return runner;
}

/**
 * Runs a task and puts its next run into the queue. A run that failed is logged once, not each time again, and the next
 * ones wait longer and longer.
 */
function again(task: RecurringTask, log: Logger) {
  let failures = 0;
  return async (_payload: unknown, { addJob }: JobHelpers): Promise<void> => {
    try {
      await task.run();
      failures = 0;
    } catch (error) {
      failures += 1;
      const level = failures === 1 ? 'error' : 'debug';
      log[level]({ task: task.name, fault: faultOf(error) }, 'a recurring task failed');
    }
    const wait = Math.min(task.everySeconds * 2 ** Math.min(failures, 10), LONGEST_WAIT_SECONDS);
    await addJob(
      task.name,
      {},
      {
        jobKey: task.name,
        maxAttempts: 1,
        runAt: new Date(Date.now() + Math.max(wait, task.everySeconds) * 1000),
      },
    );
  };
}
