import type { RowValue } from './fill.store.ts';
import type { TableName } from './tables.ts';

/** Rows on their way into the tables, gathered until somebody takes them. */
export class RowSink {
  #rows = new Map<TableName, RowValue[][]>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(table: TableName, row: RowValue[]): void {
    const rows = this.#rows.get(table);
    if (rows) rows.push(row);
    else this.#rows.set(table, [row]);
    this.#count += 1;
  }

  /** What was gathered; the sink is empty afterwards. */
  take(): ReadonlyMap<TableName, readonly RowValue[][]> {
    const rows = this.#rows;
    this.#rows = new Map();
    this.#count = 0;
    return rows;
  }
}
