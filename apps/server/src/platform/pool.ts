import { makePool } from '@qzt/db';
import type pg from 'pg';

/** A pool of connections, as services pass it on to stores without knowing what is behind it. */
export type Pool = pg.Pool;
export type Connection = pg.ClientConfig;

/** The pool that serves people: as many connections as a small office's machine can use at once. */
export const servingPool = (connection: Connection, onError: (error: Error) => void): Pool =>
  makePool({ connection, onError });

/** The pool of the jobs' role: it only asks where something is due. */
export const jobsPool = (connection: Connection, onError: (error: Error) => void): Pool =>
  makePool({ connection, max: 2, onError });

/** A short piece of work with a connection of its own, before or beside the server. */
export async function withPool<T>(
  connection: Connection,
  work: (pool: Pool) => Promise<T>,
): Promise<T> {
  const failures: Error[] = [];
  const pool = makePool({ connection, max: 1, onError: (error) => failures.push(error) });
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}
