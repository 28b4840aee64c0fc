import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { attachEmbedded } from '@qzt/db/embedded';
import { temporaryFolder } from '@qzt/db/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type KillableProduct, startKillable } from './testing/kill-nine/killable-product.ts';

let folder = '';
let product: KillableProduct | undefined;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => {
  await product?.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const WAITING = `select exists (
  select from pg_locks where not granted and relation = 'promise'::regclass) as waiting`;

/** Keeps a recurring task in the middle of its work: it waits for a table that somebody else holds. */
async function holdUpTheJobs(dataDir: string): Promise<pg.Client> {
  const running = await attachEmbedded(join(dataDir, 'postgres'));
  if (running === undefined) throw new Error('the embedded server does not run');
  const client = new pg.Client(running.connection('owner'));
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin');
  await client.query('lock table promise in access exclusive mode');
  for (let turn = 0; turn < 2_000; turn += 1) {
    const { rows } = await client.query<{ waiting: boolean }>(WAITING);
    if (rows[0]?.waiting) return client;
    await wait(10);
  }
  throw new Error('no recurring task looked at the promises');
}

test('a database that dies while the product stops, with a job in hand, ends the stop and nothing else', {
  timeout: 90_000,
}, async () => {
  const dataDir = join(folder, 'var');
  for (let round = 0; round < 3; round += 1) {
    product = await startKillable(dataDir);
    const holder = await holdUpTheJobs(dataDir);
    await expect(product.stopWithoutDatabase()).resolves.toBeUndefined();
    product = undefined;
    await holder.end().catch(() => undefined);
  }
});
