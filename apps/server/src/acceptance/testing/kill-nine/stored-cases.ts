import { join } from 'node:path';
import { withPool } from '../../../platform/pool.ts';

/** What stands in the database of the cases that were registered. */
export interface StoredCases {
  /** The cases that are there with everything that belongs to them, each once. */
  readonly whole: ReadonlySet<string>;
  /** Cases of which a part is missing or there twice. */
  readonly broken: readonly string[];
  /** Parts without a case, by table. */
  readonly strays: Readonly<Record<string, number>>;
}

/** What a registration writes besides the case itself, and the column that names the case. */
const PARTS = {
  case_event: 'case_id',
  personal_text: 'case_id',
  promise: 'case_id',
  data_key: 'subject_id',
  audit_entry: 'subject_id',
  idempotency: 'key::uuid',
} as const;
const ONLY: Partial<Record<keyof typeof PARTS, string>> = {
  data_key: "where subject_kind = 'case'",
  audit_entry: "where action = 'case.register'",
  idempotency: "where route like 'POST /api/v1/cases %'",
};

const partOf = ([table, column]: [string, string]): string =>
  `select ${column} as case_id, '${table}' as part from ${table} ${ONLY[table as keyof typeof PARTS] ?? ''}`;

const PARTS_OF_ALL = `
  select case_id, coalesce(jsonb_object_agg(part, n) filter (where part <> 'case_file'), '{}') as parts,
    coalesce(max(n) filter (where part = 'case_file'), 0)::int as cases
  from (
    select case_id, part, count(*)::int as n
    from (select id as case_id, 'case_file' as part from case_file union all ${Object.entries(PARTS).map(partOf).join(' union all ')}) every_row
    group by case_id, part) counted
  group by case_id`;

interface Row {
  readonly case_id: string;
  readonly cases: number;
  readonly parts: Readonly<Record<string, number>>;
}

/** Looks as the owner of the tables, past every policy. */
export async function storedCases(dataDir: string): Promise<StoredCases> {
  const connection = {
    host: join(dataDir, 'postgres/run'),
    port: 5432,
    user: 'qzt_owner',
    database: 'quanzoutong',
  };
  const { rows } = await withPool(connection, (pool) => pool.query<Row>(PARTS_OF_ALL));
  const whole = new Set<string>();
  const broken: string[] = [];
  const strays: Record<string, number> = {};
  for (const { case_id, cases, parts } of rows) {
    if (cases === 0)
      for (const [table, n] of Object.entries(parts)) strays[table] = (strays[table] ?? 0) + n;
    else if (cases === 1 && Object.keys(PARTS).every((table) => parts[table] === 1))
      whole.add(case_id);
    else broken.push(case_id);
  }
  return { whole, broken, strays };
}
