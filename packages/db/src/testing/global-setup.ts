import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../embedded/index.ts';
import { temporaryFolder } from './temporary-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the test run's PostgreSQL listens. */
    testServer: { readonly host: string; readonly port: number };
  }
}

/** Nothing is worth keeping after a test run: no waiting for the disk. */
const THROW_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '200',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
};

/** vitest global setup: one embedded server for the whole run, in a temporary folder that goes with it. */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await temporaryFolder();
  const server = await startEmbedded({ dataDir: join(folder, 'db'), settings: THROW_AWAY });
  project.provide('testServer', { host: server.socketDir, port: server.port });
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
