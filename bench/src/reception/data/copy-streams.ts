import { once } from 'node:events';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { openClient } from '../../product/open-client.ts';

const CHUNK = 256 * 1024;

interface Stream {
  readonly client: pg.Client;
  readonly sink: NodeJS.WritableStream;
  readonly done: Promise<unknown>;
  waiting: string[];
  size: number;
}

/**
 * COPY into several tables at once, each over a connection of its own. A table is emptied in the same transaction, so that
 * its rows are frozen from the start and cost no log where the server keeps the least.
 */
export class CopyStreams<Table extends string> {
  readonly #streams = new Map<Table, Stream>();
  #full = false;

  async open(connection: pg.ClientConfig, tables: readonly Table[]): Promise<void> {
    for (const table of tables) {
      const client = await openClient(connection);
      await client.query(`begin; truncate ${table}`);
      const sink = client.query(from(`copy ${table} from stdin with (freeze)`));
      const done = once(sink, 'finish');
      // Looked at in `close`, which may be long after it failed.
      done.catch(() => undefined);
      this.#streams.set(table, { client, sink, done, waiting: [], size: 0 });
    }
  }

  /** A line in COPY's text format. Call `ready` from time to time, or everything waits in memory. */
  readonly emit = (table: Table, line: string): void => {
    const stream = this.#streams.get(table);
    if (stream === undefined) return;
    stream.waiting.push(line);
    stream.size += line.length;
    if (stream.size >= CHUNK) this.#full = true;
  };

  async ready(): Promise<void> {
    if (!this.#full) return;
    this.#full = false;
    for (const stream of this.#streams.values()) if (stream.size >= CHUNK) await flush(stream);
  }

  async close(): Promise<void> {
    for (const stream of this.#streams.values()) {
      await flush(stream);
      stream.sink.end();
      await stream.done;
      await stream.client.query('commit');
      await stream.client.end();
    }
  }
}

async function flush(stream: Stream): Promise<void> {
  const text = stream.waiting.join('');
  stream.waiting = [];
  stream.size = 0;
  if (!stream.sink.write(text)) await Promise.race([once(stream.sink, 'drain'), stream.done]);
}
