import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { SOCKET_PORT, socketFolder } from './folders.ts';
import { systemCode } from './launch-error.ts';
import { DATABASE, ROLE_NAMES } from './roles.ts';
import type { EmbeddedServer } from './start.ts';

/** The embedded server that another process runs: to be used, not to be stopped. */
export type AttachedServer = Pick<EmbeddedServer, 'socketDir' | 'port' | 'connection'>;

/** Nothing listens there, or the folders do not exist: then nobody runs a server on them. */
const NOBODY = ['ENOENT', 'ECONNREFUSED', 'ENOTDIR'];

/**
 * The server that already runs on a data folder, for an administrator's command beside the product; undefined when none
 * does. It changes nothing on disk. Whoever gets undefined starts a server of their own; should another process be
 * about to start one, that start is refused with a clear message.
 *
 * @param dataDir as given to `startEmbedded`
 * @throws Error of the connection if there is a server that does not let this user in
 */
export async function attachEmbedded(dataDir: string): Promise<AttachedServer | undefined> {
  const root = await realpath(dataDir).catch(() => undefined);
  if (root === undefined) {
    return undefined;
  }
  const socketDir = socketFolder({ root, data: join(root, 'data'), run: join(root, 'run') });
  const attached: AttachedServer = {
    socketDir,
    port: SOCKET_PORT,
    connection: (role, database = DATABASE) => ({
      host: socketDir,
      port: SOCKET_PORT,
      user: ROLE_NAMES[role],
      database,
    }),
  };
  const client = new pg.Client(attached.connection('owner'));
  client.on('error', () => undefined);
  try {
    await client.connect();
    return attached;
  } catch (error) {
    if (NOBODY.includes(systemCode(error) ?? '')) {
      return undefined;
    }
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
