import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../testing/ask.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { attachEmbedded } from './attach.ts';
import { startEmbedded } from './start.ts';

let folder: string;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a command finds the server that runs on a data folder, and none where none runs', async () => {
  const dataDir = join(folder, 'db');
  expect(await attachEmbedded(dataDir)).toBeUndefined();
  const server = await startEmbedded({ dataDir, settings: { fsync: 'off' } });
  try {
    const attached = await attachEmbedded(dataDir);
    const same = 'select pg_postmaster_start_time() as at, current_user as name';
    expect(await ask(attached?.connection('owner') as pg.ClientConfig, same)).toEqual(
      await ask(server.connection('owner'), same),
    );
  } finally {
    await server.stop();
  }
  expect(await attachEmbedded(dataDir)).toBeUndefined();
});
