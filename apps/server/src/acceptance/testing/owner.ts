import pg from 'pg';
import type { TestProduct } from '../../testing/product.ts';

/** The database as its owner sees it: past every policy. */
export interface Owner {
  rows<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Of every table of the product, the number of its rows and a fingerprint of their contents. */
  contents(): Promise<ReadonlyMap<string, string>>;
  end(): Promise<void>;
}

/** What is looked at of a row. When a session was last seen is no record; versions of the catalogue never change. */
const LOOK: Readonly<Record<string, string>> = {
  session: "concat_ws(' ', t.id, t.staff_id, t.expires_at, t.revoked_at)",
  service_item_version: "t.code || ' ' || t.version",
};

export async function ownerOf(product: TestProduct): Promise<Owner> {
  const client = new pg.Client(product.connection('owner'));
  await client.connect();
  const rows: Owner['rows'] = async <Row extends pg.QueryResultRow>(
    text: string,
    values: unknown[] = [],
  ) => (await client.query<Row>(text, values)).rows;
  const tables = await rows<{ name: string }>(
    `select relname as name from pg_class
     where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
  );
  const query = tables
    .map(({ name }) => {
      const row = LOOK[name] ?? 't::text';
      return `select '${name}' as name, concat(count(*), ' ', sum(hashtextextended(${row}, 0)::numeric)) as seen from ${name} t`;
    })
    .join(' union all ');
  return {
    rows,
    contents: async () =>
      new Map(
        (await rows<{ name: string; seen: string }>(query)).map(({ name, seen }) => [name, seen]),
      ),
    end: () => client.end(),
  };
}

/** The tables whose contents differ. */
export const changed = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] => [...after].flatMap(([name, seen]) => (before.get(name) === seen ? [] : [name]));
