import path from 'node:path';
import { attachEmbedded, type EmbeddedServer, type Role, startEmbedded } from '@qzt/db/embedded';
import { connectionAs, ensureRoles, migrate } from '@qzt/db/migrate';
import type { Config } from './config.ts';
import type { Logger } from './log.ts';
import type { Connection } from './pool.ts';

/** A migrated database, whoever runs it. */
export interface OpenDatabase {
  connection(role: Role): Connection;
  close(): Promise<void>;
}

/** A database that a command has reached. */
export interface ReachedDatabase extends OpenDatabase {
  /** Whether the product certainly runs on it just now; of an outside database nobody knows. */
  readonly beside: boolean;
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

const folderOf = (config: Config): string => path.join(config.dataDir, 'postgres');

const launch = async (config: Config, log: Logger, onExit?: (error: Error) => void) =>
  embedded(
    await startEmbedded({
      dataDir: folderOf(config),
      log: (line) => log.debug({ from: 'postgres' }, line),
      ...(onExit ? { onExit } : {}),
    }),
  );

/** Brings a database to the newest migration; which ones were applied now, and which is the newest. */
export const migrateDatabase = (owner: Connection) => migrate(owner);

/** The database behind DATABASE_URL with the product's roles on it. */
async function outsideReady(url: string): Promise<OpenDatabase> {
  await ensureRoles({ connectionString: url });
  return outside(url);
}

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
    ? await outsideReady(config.databaseUrl)
    : await launch(config, log, onExit);
  try {
    const { applied } = await migrate(database.connection('owner'));
    if (applied.length > 0) log.info({ applied }, 'migrated');
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Reaches the database for an administrator's command: beside the running product through its embedded server, else
 * through one of its own, which ends with it. The schema stays as it is: a restore needs it empty.
 */
export async function reachDatabase(config: Config, log: Logger): Promise<ReachedDatabase> {
  const beside = false;
  if (config.databaseUrl) return { ...(await outsideReady(config.databaseUrl)), beside };
  const running = await attachEmbedded(folderOf(config));
  if (running === undefined) return { ...(await launch(config, log)), beside };
  return {
    connection: (role) => running.connection(role),
    close: () => Promise.resolve(),
    beside: true,
  };
}
