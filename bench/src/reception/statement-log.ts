/** A statement as the server received it, with its parameters as text (null: SQL null). */
export interface SentStatement {
  readonly text: string;
  readonly values: readonly (string | null)[];
}

const RECORD = /^\[\d+\] (\w+): {2}(.*)$/s;
const STATEMENT = /^(?:statement|execute [^:]*): (.*)$/s;
const VALUE = /\$(\d+) = (NULL|'(?:[^']|'')*')/g;

/**
 * Reads statements out of the server's own log: what arrived there is what the product sends, however it sends it. The
 * log is that of `log_statement = all` with parameters, line by line; a line that begins with a tab goes on with the
 * line before.
 */
export class StatementLog {
  readonly #records: string[] = [];
  #waiting: { readonly mark: string; readonly seen: () => void } | undefined;

  take(line: string): void {
    if (line.startsWith('\t')) this.#records.push(`${this.#records.pop() ?? ''}\n${line.slice(1)}`);
    else this.#records.push(line);
    if (this.#waiting !== undefined && line.includes(this.#waiting.mark)) this.#waiting.seen();
  }

  /** Resolves when a line with this mark has arrived; everything logged before it has arrived too. */
  until(mark: string): Promise<void> {
    return new Promise((seen) => {
      this.#waiting = { mark, seen };
    });
  }

  forget(): void {
    this.#records.length = 0;
  }

  /** The statements since the last `forget`, those of one simple query apart. */
  statements(): SentStatement[] {
    const found: SentStatement[] = [];
    for (const record of this.#records) {
      const [, level, rest = ''] = RECORD.exec(record) ?? [];
      const text = level === 'LOG' ? STATEMENT.exec(rest)?.[1] : undefined;
      if (text !== undefined)
        for (const one of text.split(/;\s*/))
          if (one.trim() !== '') found.push({ text: one.trim(), values: [] });
      const last = found.at(-1);
      if (level === 'DETAIL' && last !== undefined)
        found[found.length - 1] = { ...last, values: valuesOf(rest) };
    }
    return found;
  }
}

function valuesOf(detail: string): (string | null)[] {
  const values: (string | null)[] = [];
  for (const [, place, value = 'NULL'] of detail.matchAll(VALUE))
    values[Number(place) - 1] = value === 'NULL' ? null : value.slice(1, -1).replaceAll("''", "'");
  return values;
}
