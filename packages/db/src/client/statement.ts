import { createHash } from 'node:crypto';
import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { Database } from './schema.ts';

/** Composes statements and sends none: sending is the transaction's business. */
export const sqlFor = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** A statement ready to send: prepared under its name once per connection, executed by name afterwards. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

const names = new Map<string, string>();

const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `q${createHash('sha256').update(text).digest('base64url').slice(0, 20)}`;
  // Texts come from code, so there are few; a list of values of varying length would make many: those pass through
  // `= any($1)` instead.
  names.set(text, name);
  return name;
};

/** A statement from SQL text with $1, $2, … and its values. */
export const statement = (text: string, values: unknown[] = []): Statement => ({
  name: nameOf(text),
  text,
  values,
});

/** A statement from a Kysely query. */
export const compile = (query: Compilable): Statement => {
  const { sql, parameters } = query.compile();
  return statement(sql, parameters as unknown[]);
};
