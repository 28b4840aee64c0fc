import type pg from 'pg';
import { MIGRATION_TABLE } from '../migrate/index.ts';
import { BackupError } from './backup-error.ts';
import type { SequenceEntry } from './manifest.ts';

/** A table as the database's own catalogue describes it. */
export interface Table {
  readonly schema: string;
  readonly name: string;
  /** Those with stored values of their own; generated ones are computed again. */
  readonly columns: readonly string[];
  /** Tables (`schema.name`) that its foreign keys refer to, itself left out. */
  readonly refersTo: readonly string[];
  readonly forcesRowSecurity: boolean;
  readonly hasTriggers: boolean;
}

/**
 * What belongs to the product: not PostgreSQL's schemas, not what an extension made, and not the job queue, which is
 * rebuilt from the promises in the tables.
 */
const OURS = `
  n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
  and n.nspname not like 'pg\\_%'
  and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'e')`;

/** Every table with rows of its own (of a partitioned one the parts), except the record of migrations. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select n.nspname as schema, c.relname as name,
       array(select a.attname::text from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
             order by a.attnum) as columns,
       array(select distinct tn.nspname || '.' || t.relname
             from pg_constraint k join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
             where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as "refersTo",
       c.relrowsecurity and c.relforcerowsecurity as "forcesRowSecurity",
       exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as "hasTriggers"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and c.relpersistence = 'p' and ${OURS}
       and not (n.nspname = 'public' and c.relname = $1)
     order by 1, 2`,
    [MIGRATION_TABLE],
  );
  for (const { schema, name } of rows) {
    if (!/^[a-z0-9_]+$/.test(`${schema}${name}`)) {
      throw new BackupError(
        'unsupported',
        `数据表 ${schema}.${name} 的名字含有小写字母、数字和下划线以外的字符,无法备份。请改名后重试。`,
      );
    }
  }
  return rows;
}

/** Where the sequences stand; our own schema has none, an installation's additions may. */
export async function listSequences(client: pg.Client): Promise<SequenceEntry[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and c.relpersistence = 'p' and ${OURS} order by 1, 2`,
  );
  const entries: SequenceEntry[] = [];
  for (const { schema, name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${qualified({ schema, name })}`,
    );
    entries.push({ schema, name, value: '1', called: false, ...state.rows[0] });
  }
  return entries;
}

/** `"schema"."name"`; the names hold nothing that needs escaping, see `listTables`. */
export function qualified(table: { readonly schema: string; readonly name: string }): string {
  return `"${table.schema}"."${table.name}"`;
}

/** Column list for COPY. */
export function columnList(columns: readonly string[]): string {
  return columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ');
}

/**
 * Puts tables after those that they refer to.
 *
 * @throws BackupError `not-permitted` if they refer to each other in a circle: such need the right to load unchecked
 */
export function byReference<T extends Pick<Table, 'schema' | 'name' | 'refersTo'>>(
  tables: readonly T[],
): T[] {
  const waiting = new Map(tables.map((table) => [`${table.schema}.${table.name}`, table]));
  const ordered: T[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(
      ([, table]) => !table.refersTo.some((name) => waiting.has(name)),
    );
    if (ready.length === 0) {
      throw new BackupError(
        'not-permitted',
        `数据表 ${[...waiting.keys()].join('、')} 互相引用,没有合适的载入顺序。请数据库管理员执行 GRANT SET ON PARAMETER session_replication_role TO 恢复所用的用户,然后重试。`,
      );
    }
    for (const [name, table] of ready) {
      ordered.push(table);
      waiting.delete(name);
    }
  }
  return ordered;
}
