import path from 'node:path';
import { type EmbeddedServer, type Role, startEmbedded } from '@qzt/db/embedded';
import { connectionAs, ensureRoles, migrate } from '@qzt/db/migrate';
import type pg from 'pg';
import type { Config } from './config.ts';
import type { Logger } from './log.ts';

/** A migrated database, whoever runs it. */
export interface OpenDatabase {
  connection(role: Role): pg.ClientConfig;
  close(): Promise<void>;
}

/** An outside database under one address: the roles are taken on at connecting, so one secret is enough. */
const outside = (url: string): OpenDatabase => ({
  connection: (role) => connectionAs({ connectionString: url }, role),
  close: () => Promise.resolve(),
});

const embedded = (server: EmbeddedServer): OpenDatabase => ({
  connection: (role) => server.connection(role),
  close: () => server.stop(),
});

/**
 * Opens the database of the settings: the embedded server of the data folder, or the PostgreSQL behind DATABASE_URL.
 * Brings it to the newest migration. `onExit` is told when the embedded server dies under us.
 */
export async function openDatabase(
  config: Config,
  log: Logger,
  onExit?: (error: Error) => void,
): Promise<OpenDatabase> {
  const database = config.databaseUrl
    ? outside(config.databaseUrl)
    : embedded(
        await startEmbedded({
          dataDir: path.join(config.dataDir, 'postgres'),
          log: (line) => log.debug({ from: 'postgres' }, line),
          ...(onExit ? { onExit } : {}),
        }),
      );
  try {
    const owner = database.connection('owner');
    if (config.databaseUrl) await ensureRoles({ connectionString: config.databaseUrl });
    const { applied } = await migrate(owner);
    if (applied.length > 0) log.info({ applied }, 'migrated');
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
