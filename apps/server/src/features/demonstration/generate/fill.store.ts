import { type CopyValue, copyInto } from '@qzt/db/copy';
import pg from 'pg';
import type { Connection } from '../../../platform/pool.ts';
import { writeStaff } from '../demonstration.store.ts';
import type { DemoStaff } from '../organisation.ts';
import { TABLES, type TableName } from './tables.ts';

interface TenantTable {
  readonly name: string;
  readonly tenant: string;
}

/** Every table whose rows belong to a tenant, each after those that it refers to. */
async function tenantTables(client: pg.Client): Promise<TenantTable[]> {
  const { rows } = await client.query<TenantTable & { readonly refers: string[] }>(
    `select c.relname as name, a.attname as tenant,
       array(select distinct t.relname::text from pg_constraint k join pg_class t on t.oid = k.confrelid
             where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as refers
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname in ('committee_id', 'owner_org_id')
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  const waiting = new Map(rows.map((row) => [row.name, row]));
  const ordered: TenantTable[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      ({ refers }) => !refers.some((name) => waiting.has(name)),
    );
    if (ready.length === 0) throw new Error('tables refer to each other in a circle');
    for (const row of ready) waiting.delete(row.name);
    ordered.push(...ready);
  }
  return ordered;
}

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
  once(committeeId: string, fill: () => Promise<void>): Promise<boolean> {
    return this.alone(committeeId, async () => {
      const open = !(await this.isFilled(committeeId));
      if (open) await fill();
      return open;
    });
  }

  /**
   * Takes away everything that a committee of practice holds. The log stays: who practised is no secret, and its chain
   * must hold.
   */
  async clear(committeeId: string): Promise<void> {
    const tables = await tenantTables(this.#client);
    for (const { name, tenant } of tables.toReversed())
      if (!name.startsWith('audit_'))
        await this.#client.query(
          `delete from ${name} where ${tenant} = $1 and exists (select from org where id = $1 and practice)`,
          [committeeId],
        );
    for (const name of ['opening_hours', 'certificate_local'])
      await this.#client.query(
        `delete from ${name} where org_id = $1 and exists (select from org where id = $1 and practice)`,
        [committeeId],
      );
    await this.#client.query(
      'update staff set left_at = null where org_id = $1 and practice_of is not null',
      [committeeId],
    );
  }

  /** Whether nobody is down for the desk any more: the history of a place of practice ended long ago. */
  async isStale(committeeId: string, today: string): Promise<boolean> {
    const { rows } = await this.#client.query<{ stale: boolean }>(
      'select not exists (select from presence_day where committee_id = $1 and date >= $2) as stale',
      [committeeId, today],
    );
    return rows[0]?.stale ?? true;
  }

  /** Runs an act in a transaction in which nobody else fills or clears this committee. */
  async alone<T>(committeeId: string, act: () => Promise<T>): Promise<T> {
    await this.#client.query('begin');
    try {
      await this.#client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
        committeeId,
      ]);
      const result = await act();
      await this.#client.query('commit');
      return result;
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

  /** Until when the invented history of a committee of practice goes: what is younger was done by somebody. */
  async noteFilled(committeeId: string, at: Date): Promise<void> {
    await this.#client.query(
      `insert into installation (name, value) values ($1, $2)
       on conflict (name) do update set value = excluded.value`,
      [`practice/${committeeId}`, JSON.stringify({ at: at.toISOString() })],
    );
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
