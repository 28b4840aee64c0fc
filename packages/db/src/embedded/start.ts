import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ensureCluster } from './cluster.ts';
import {
  look,
  makePrivateFolder,
  openFolders,
  removeSocketFolder,
  type ServerFolders,
  SOCKET_PORT,
  socketFolder,
} from './folders.ts';
import { chooseIdentity } from './identity.ts';
import { findInstallation } from './installation.ts';
import { LaunchError } from './launch-error.ts';
import { clearLeftovers } from './leftovers.ts';
import { type OwnerLock, takeOwnership } from './owner-lock.ts';
import { type Postmaster, spawnPostmaster } from './postmaster.ts';
import { DATABASE, makeDatabase, makeRoles, ROLE_NAMES, type Role, SUPERUSER } from './roles.ts';
import { isDurable, settingArguments } from './settings.ts';

/** Where in postmaster.pid, counted from 0, the server writes its state. */
const STATUS_LINE = 7;

export interface EmbeddedOptions {
  /** Absolute; made if missing. Belongs to one running server at a time. */
  readonly dataDir: string;
  /** PostgreSQL settings by name, over the defaults for an office PC. */
  readonly settings?: Record<string, string>;
  /** Gets the server's log and the launcher's notes, line by line, without personal data. */
  readonly log?: (line: string) => void;
  /** Called once if the server ends without `stop()`; a new start on the same folder recovers. */
  readonly onExit?: (error: LaunchError) => void;
  /** Folder with `bin`, `lib` and `share` of a PostgreSQL 18, in place of the one that npm brought. */
  readonly installation?: string;
}

/** A running server with its database and roles. */
export interface EmbeddedServer {
  readonly socketDir: string;
  readonly port: number;
  /** Of the postmaster. */
  readonly pid: number;
  /** How to connect as one of the product's roles; the socket's folder lets in root and the server's own user only. */
  connection(
    role: Role,
    database?: string,
  ): { host: string; port: number; user: string; database: string };
  /** Ends the server in order; end the pools before. Repeated calls wait for the same end. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that came with the product, with its database `quanzoutong` and its roles, made where missing.
 * Ready for queries when it resolves. It is shut down when this process ends, even by kill -9.
 *
 * @throws LaunchError with a message for people: data folder in use, unreachable, of another version, …
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const installation = await findInstallation(options.installation);
  const folders = await openFolders(options.dataDir);
  const lock = await takeOwnership(folders.root);
  try {
    return await launch(options, installation, folders, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function launch(
  options: EmbeddedOptions,
  installation: Awaited<ReturnType<typeof findInstallation>>,
  folders: ServerFolders,
  lock: OwnerLock,
): Promise<EmbeddedServer> {
  const { settings = {}, log = () => undefined } = options;
  const socketDir = socketFolder(folders);
  await clearLeftovers(folders, socketDir, log);
  const identity = await chooseIdentity({
    programs: [
      [installation.postgres, '--version'],
      [installation.initdb, '--version'],
    ],
    folder: folders.run,
    owner: (await look(folders.data)) ?? (await look(folders.root)),
    prepare: (candidate) => makePrivateFolder(folders.run, candidate),
  });
  const cleanUp = async () => {
    await removeSocketFolder(folders, socketDir);
    await lock.release();
  };
  let postmaster: Postmaster | undefined;
  try {
    await makePrivateFolder(socketDir, identity);
    await ensureCluster({ installation, identity, folders, durable: isDurable(settings) });
    postmaster = await spawnPostmaster({
      installation,
      identity,
      folders,
      settings: settingArguments(socketDir, SOCKET_PORT, settings),
      log,
    });
    await untilReady(folders, postmaster);
    await provision(socketDir);
  } catch (error) {
    await postmaster?.shutDown();
    await removeSocketFolder(folders, socketDir);
    throw error;
  }
  return running(postmaster, socketDir, options, cleanUp);
}

function running(
  postmaster: Postmaster,
  socketDir: string,
  options: EmbeddedOptions,
  cleanUp: () => Promise<void>,
): EmbeddedServer {
  let stopping: Promise<void> | undefined;
  const over = postmaster.ended.then(async (how) => {
    await cleanUp();
    if (stopping === undefined) {
      options.onExit?.(
        new LaunchError(
          'server-died',
          `数据库意外停止(${how})。请重新启动程序,已确认的数据会自动恢复。`,
        ),
      );
    }
  });
  return {
    socketDir,
    port: SOCKET_PORT,
    pid: postmaster.pid,
    connection: (role, database = DATABASE) => ({
      host: socketDir,
      port: SOCKET_PORT,
      user: ROLE_NAMES[role],
      database,
    }),
    stop: () => {
      stopping ??= postmaster.shutDown();
      return stopping.then(() => over);
    },
  };
}

/** Makes what the product needs in the server. */
async function provision(socketDir: string): Promise<void> {
  const client = new pg.Client({
    host: socketDir,
    port: SOCKET_PORT,
    user: SUPERUSER,
    database: 'postgres',
    ssl: false,
  });
  // a lost connection rejects the statement that waits for it; without a listener it would end the process as well
  client.on('error', () => undefined);
  await client.connect();
  try {
    await makeRoles(client);
    await makeDatabase(client, DATABASE);
  } finally {
    await client.end();
  }
}

/** Waits until the server says in its own record that it is ready, however long a recovery takes. */
async function untilReady(folders: ServerFolders, postmaster: Postmaster): Promise<void> {
  let ended: string | undefined;
  void postmaster.ended.then((how) => {
    ended = how;
  });
  const record = join(folders.data, 'postmaster.pid');
  for (;;) {
    const lines = (await readFile(record, 'utf8').catch(() => '')).split('\n');
    if (lines[0] === String(postmaster.pid) && lines[STATUS_LINE]?.trim() === 'ready') {
      return;
    }
    if (ended !== undefined) {
      throw new LaunchError(
        'start-failed',
        `数据库没有启动(${ended})。它最后的记录:\n${postmaster.recentLines()}`,
      );
    }
    await sleep(5);
  }
}
