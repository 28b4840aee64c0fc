import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import type { Keyring } from '../../../../apps/server/src/platform/keys/index.ts';
import { unseal, unwrap } from '../../../../apps/server/src/platform/keys/index.ts';
import { type Pattern, patternOf } from './row-pattern.ts';

/** The tables that registering, reading and listing a case touch, and how a row belongs to its case. */
export const CASE_TABLES = {
  case_file: 'id = $1',
  data_key: 'subject_id = $1',
  personal_text: 'case_id = $1',
  case_event: 'case_id = $1',
  promise: 'case_id = $1',
  message: 'case_id = $1',
  audit_entry: 'subject_id = $1',
  idempotency:
    'key in (select $1::uuid::text union select id::text from case_event where case_id = $1)',
} as const;
export type CaseTable = keyof typeof CASE_TABLES;
export const CASE_TABLE_NAMES = Object.keys(CASE_TABLES) as readonly CaseTable[];

/** A column of a model row: a text with places, words to be encrypted anew, a key to be wrapped anew, or null. */
type Column =
  | { readonly pattern: Pattern }
  | { readonly words: string }
  | { readonly key: true }
  | { readonly number: true }
  | null;

export interface ModelRow {
  readonly table: CaseTable;
  /** The row's own id in the model, where it has one. */
  readonly id: string | undefined;
  readonly columns: readonly Column[];
}

/** A case as the product itself wrote it, ready to be copied with other ids, other times and ciphers of its own. */
export interface CaseModel {
  readonly caseId: string;
  readonly committeeId: string;
  readonly staffId: string;
  /** The ids of its records, the case first: a copy has one of its own for each. */
  readonly ids: readonly string[];
  readonly registeredAt: number;
  /** The key of its texts; copies share it, each wrapped anew, because making keys is most of the time of loading. */
  readonly dataKey: KeyObject;
  readonly rows: readonly ModelRow[];
}

type Text = Record<string, string | null>;

/** Reads back every row of a case that the product has just made. */
export async function readModel(
  client: pg.Client,
  keyring: Keyring,
  caseId: string,
): Promise<CaseModel> {
  const found: { table: CaseTable; row: Text }[] = [];
  for (const table of CASE_TABLE_NAMES)
    for (const row of await rowsOf(client, table, caseId)) found.push({ table, row });
  const head = found.find(({ table }) => table === 'case_file')?.row;
  const key = found.find(({ table }) => table === 'data_key')?.row;
  if (!head?.committee_id || !head.first_asked_id || !head.created_at || !key?.wrapped || !key.id)
    throw new Error('从库里读不回刚登记的办件');
  const ids = [caseId, ...found.flatMap(({ row }) => (row.id ? [row.id] : []))];
  const unique = [...new Set(ids)];
  const own = new Set([...unique, head.committee_id, head.first_asked_id]);
  const dataKey = unwrap(keyring.master(keyring.current), bytesOf(key.wrapped), key.id);
  const columnOf = (table: CaseTable, row: Text, name: string): Column => {
    const value = row[name] ?? null;
    if (value === null) return null;
    if (table === 'data_key' && name === 'wrapped') return { key: true };
    if (table === 'case_file' && name === 'number') return { number: true };
    if (table === 'personal_text' && name === 'cipher')
      return { words: unseal(dataKey, bytesOf(value), `${row.committee_id}|${row.id}`) };
    return { pattern: patternOf(value, own) };
  };
  return {
    caseId,
    committeeId: head.committee_id,
    staffId: head.first_asked_id,
    ids: unique,
    registeredAt: Date.parse(head.created_at),
    dataKey,
    rows: found.map(({ table, row }) => ({
      table,
      id: row.id ?? undefined,
      columns: Object.keys(row).map((name) => columnOf(table, row, name)),
    })),
  };
}

const bytesOf = (hex: string): Buffer => Buffer.from(hex.slice(2), 'hex');

/** Rows with every column as PostgreSQL writes it, in the table's order of columns. */
async function rowsOf(client: pg.Client, table: CaseTable, caseId: string): Promise<Text[]> {
  const { rows: columns } = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  const list = columns.map(({ name }) => `${name}::text as ${name}`).join(', ');
  const { rows } = await client.query<Text>(
    `select ${list} from ${table} where ${CASE_TABLES[table]}`,
    [caseId],
  );
  return rows;
}
