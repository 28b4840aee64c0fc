import path from 'node:path';
import { type Config, readConfig } from '../../platform/config.ts';
import { migrateDatabase, reachDatabase } from '../../platform/database.ts';
import { makeLog } from '../../platform/log.ts';
import type { Connection } from '../../platform/pool.ts';

export interface Reached {
  readonly config: Config;
  /** As the owner of the tables. */
  readonly owner: Connection;
  /** Whether the product certainly runs on it just now. */
  readonly beside: boolean;
}

/** Where uploaded files lie. */
export const filesDirOf = (config: Config): string => path.join(config.dataDir, 'files');

/** Runs a command on the installation of the settings, whether the product runs on it just now or not. */
export async function reach<T>(work: (reached: Reached) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const database = await reachDatabase(config, makeLog('warn'));
  try {
    return await work({ config, owner: database.connection('owner'), beside: database.beside });
  } finally {
    await database.close();
  }
}

/** As `reach`, with the newest schema. */
export const reachMigrated = <T>(work: (reached: Reached) => Promise<T>): Promise<T> =>
  reach(async (reached) => {
    await migrateDatabase(reached.owner);
    return work(reached);
  });

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
