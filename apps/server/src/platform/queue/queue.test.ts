import { type TestDatabase, testDatabase } from '@qzt/db/testing';
import pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeLog } from '../log.ts';
import { startQueue } from './queue.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Resolves when it was called so many times. */
function counter(wanted: number) {
  const { promise, resolve } = Promise.withResolvers<void>();
  let calls = 0;
  return {
    reached: promise,
    count: () => calls,
    call: () => {
      calls += 1;
      if (calls === wanted) resolve();
    },
  };
}

test('tasks come round again, one that fails too and without standing in the others’ way', async () => {
  const sound = counter(3);
  const failing = counter(2);
  const queue = startQueue({
    connection: database.connection('jobs'),
    log: makeLog('silent'),
    tasks: [
      { name: 'sound', everySeconds: 0, run: async () => sound.call() },
      {
        name: 'failing',
        everySeconds: 0.01,
        run: async () => {
          failing.call();
          throw new Error('broken');
        },
      },
    ],
  });
  await Promise.all([sound.reached, failing.reached]);
  await queue.stop();
  const after = [sound.count(), failing.count()];
  const again = counter(1);
  const next = startQueue({
    connection: database.connection('jobs'),
    log: makeLog('silent'),
    tasks: [{ name: 'sound', everySeconds: 0, run: async () => again.call() }],
  });
  await again.reached;
  await next.stop();
  expect([sound.count(), failing.count()]).toEqual(after);
});

test('a queue that is stopped at once ends in order', async () => {
  const queue = startQueue({
    connection: database.connection('jobs'),
    log: makeLog('silent'),
    tasks: [{ name: 'never-mind', everySeconds: 1, run: async () => undefined }],
  });
  expect(await queue.stop()).toBeUndefined();
});

test('connections that the database ends while the queue is stopping are no failure', async () => {
  const lines: string[] = [];
  const begun = Promise.withResolvers<void>();
  const hold = Promise.withResolvers<void>();
  const queue = startQueue({
    connection: database.connection('jobs'),
    log: pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }),
    tasks: [
      {
        name: 'slow',
        everySeconds: 60,
        run: async () => {
          begun.resolve();
          await hold.promise;
        },
      },
    ],
  });
  await begun.promise;
  const stopped = queue.stop();
  const owner = new pg.Client(database.connection('owner'));
  await owner.connect();
  await owner.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike $$%listen %$$ and pid <> pg_backend_pid()',
  );
  await owner.end();
  hold.resolve();
  await stopped;
  expect(lines.filter((line) => line.includes('a queue connection failed'))).toEqual([]);
});
