import type { Owner } from './owner.ts';

/** The tables in whose rows a text can be read. */
export async function readableIn(owner: Owner, text: string): Promise<string[]> {
  const tables = await owner.rows<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await owner.rows<{ n: number }>(
      `select count(*)::int as n from ${name} t where to_jsonb(t)::text like '%' || $1 || '%'`,
      [text],
    );
    if (row?.n !== 0) found.push(name);
  }
  return found;
}
