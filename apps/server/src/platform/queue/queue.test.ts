import { type TestDatabase, testDatabase } from '@qzt/db/testing';
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
