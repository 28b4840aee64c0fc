import pg from 'pg';

/**
 * `date` stays text: a calendar date has no zone, and a JavaScript Date would give it one. bigint (counts) becomes a
 * number: no count of ours leaves the safe range.
 */
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value));

export interface PoolOptions {
  readonly connection: pg.ClientConfig;
  readonly max?: number;
  /** Told of connections that fail while nobody waits for an answer on them. */
  readonly onError: (error: Error) => void;
}

/**
 * A pool whose clients send statements without waiting for the answers before. Waiting for a lock is bounded, so that a
 * repeated request gets "still busy" instead of hanging.
 */
export function makePool({ connection, max = 16, onError }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    // Every text is one statement with one good plan: conditions that are not asked for do not stand in it. Left to
    // itself the server plans a list anew at each call, which costs ten times its execution.
    options: `${connection.options ?? ''} -c plan_cache_mode=force_generic_plan`.trim(),
    max,
    pipeline: true,
    lock_timeout: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
  });
  // A server that dies takes idle clients and clients at work with it; without both handlers it would take us too.
  pool.on('error', onError);
  pool.on('connect', (client) => {
    client.on('error', onError);
  });
  return pool;
}
