import type pg from 'pg';
import { actingOnValue, type Scope, scopeValue } from './scope.ts';
import { type Statement, statement } from './statement.ts';

/** The server took the commit and rolled back: something before it had failed. */
export class CommitRefused extends Error {}

/**
 * One transaction of one scope. `read` goes out at once, together with `begin` and the scope, and waits for its answer.
 * `write` is kept and goes out with everything else and the commit in one go: a transaction that only writes costs one
 * round trip. A write that must find a row says so with `expectOne` in its text, since nobody waits for its answer.
 */
export class Transaction {
  readonly #client: pg.PoolClient;
  readonly #scope: string;
  readonly #queued: pg.QueryConfig[] = [];
  #begun: Promise<unknown> | undefined;

  constructor(client: pg.PoolClient, scope: Scope) {
    this.#client = client;
    this.#scope = scopeValue(scope);
  }

  /** Rows of SQL text; the caller names their type. */
  async read<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.#send(statement(text, values))) as Row[];
  }

  /** Keeps SQL text for the commit. Order is kept. */
  write(text: string, values: unknown[]): void {
    this.#queued.push(statement(text, values));
  }

  /**
   * Keeps the case that is acted on in sight for the writes after this one, though the act may give it away: see the
   * policies of `case_file`. Call it once the case was read. Errors: TypeError for what is no id.
   */
  actOn(caseId: string): void {
    this.#queued.push({ text: `set local app.acting_on = '${actingOnValue(caseId)}'` });
  }

  get writes(): number {
    return this.#queued.length;
  }

  async #send(one: Statement): Promise<unknown[]> {
    const begun = this.#begin();
    const answer = this.#client.query(one);
    const [, result] = await settle([begun, answer]);
    return (result as pg.QueryResult).rows;
  }

  #begin(): Promise<unknown> {
    this.#begun ??= this.#client.query(`begin; set local app.scope = '${this.#scope}'`);
    return this.#begun;
  }

  /** Sends what was kept and commits. Throws the first statement's error; then nothing of it was written. */
  async commit(): Promise<void> {
    if (this.#begun === undefined && this.#queued.length === 0) return;
    const stream = streamOf(this.#client);
    stream?.cork();
    const sent = [this.#begin(), ...this.#queued.map((one) => this.#client.query(one))];
    const commit = this.#client.query('commit');
    stream?.uncork();
    const results = await settle([...sent, commit]);
    const last = results.at(-1) as pg.QueryResult;
    if (last.command !== 'COMMIT') throw new CommitRefused('the server rolled back');
  }

  async rollback(): Promise<void> {
    if (this.#begun !== undefined) await this.#client.query('rollback');
  }
}

/** Waits for all, so that nothing is left on the wire when the client goes back, then throws the first error. */
async function settle(promises: Promise<unknown>[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(promises);
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
}

interface Corkable {
  cork(): void;
  uncork(): void;
}

/** One packet for the whole pipeline instead of five per statement. */
const streamOf = (client: pg.PoolClient): Corkable | undefined =>
  (client as unknown as { connection?: { stream?: Corkable } }).connection?.stream;

/**
 * Runs `work` in one transaction of `scope`: all of it is durable when this resolves, nothing of it is written when it
 * throws. A client whose state is not certain after an error is thrown away.
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  scope: Scope,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  const tx = new Transaction(client, scope);
  let broken: Error | undefined;
  try {
    const result = await work(tx);
    await tx.commit();
    return result;
  } catch (error) {
    await tx.rollback().catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
