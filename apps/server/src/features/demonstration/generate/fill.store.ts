import { type CopyValue, copyInto } from '@qzt/db/copy';
import pg from 'pg';
import type { Connection } from '../../../platform/pool.ts';
import { writeStaff } from '../demonstration.store.ts';
import type { DemoStaff } from '../organisation.ts';
import { TABLES, type TableName } from './tables.ts';

export type RowValue = CopyValue;
export type Rows = ReadonlyMap<TableName, readonly RowValue[][]>;

/** One connection that fills committees, each in a transaction of its own. */
export class FillStore {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  /** As the owner: row-level security has no COPY FROM. Not through a pool that sends ahead. */
  static async open(owner: Connection): Promise<FillStore> {
    const client = new pg.Client(owner);
    // A lost connection rejects the statement that waits for it; without a listener it would end the process as well.
    client.on('error', () => undefined);
    await client.connect();
    // The pauses between batches are inside a transaction, and meant to be.
    await client.query("set idle_in_transaction_session_timeout = '10min'");
    return new FillStore(client);
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  /** Whether a committee has been filled. */
  async isFilled(committeeId: string): Promise<boolean> {
    const { rows } = await this.#client.query<{ filled: boolean }>(
      'select exists (select from building where committee_id = $1) as filled',
      [committeeId],
    );
    return rows[0]?.filled ?? false;
  }

  /**
   * Runs the filling of one committee in a transaction: the committee is then there as a whole, or not at all. False when
   * somebody else has filled it; two fillers wait for each other.
   */
  async once(committeeId: string, fill: () => Promise<void>): Promise<boolean> {
    await this.#client.query('begin');
    try {
      await this.#client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        committeeId,
      ]);
      const open = !(await this.isFilled(committeeId));
      if (open) await fill();
      await this.#client.query('commit');
      return open;
    } catch (error) {
      await this.#client.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  /** Adds people with accounts that share one password hash; whoever is there already stays as he is. */
  async addStaff(staff: readonly DemoStaff[], passwordHash: string): Promise<void> {
    await writeStaff(this.#client, staff, passwordHash);
  }

  /** Writes rows table by table, in the order in which tables refer to each other. Answers how many. */
  async write(rows: Rows): Promise<number> {
    let written = 0;
    for (const [table, columns] of Object.entries(TABLES)) {
      const of = rows.get(table as TableName);
      if (of) written += await copyInto(this.#client, table, columns, of);
    }
    return written;
  }

  /** Fresh statistics: the planner knows nothing of rows that were just copied. */
  async analyse(): Promise<void> {
    await this.#client.query(`analyze ${Object.keys(TABLES).join(', ')}`);
  }

  /** How far the filling has come; nothing once it is complete. */
  async note(progress: { readonly done: number; readonly of: number }): Promise<void> {
    if (progress.done >= progress.of)
      await this.#client.query("delete from installation where name = 'filling'");
    else
      await this.#client.query(
        `insert into installation (name, value) values ('filling', $1)
         on conflict (name) do update set value = excluded.value`,
        [JSON.stringify(progress)],
      );
  }
}
