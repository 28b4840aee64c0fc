import type { Owner } from './owner.ts';

export interface TenantTable {
  readonly name: string;
  /** The column that says whose row it is. */
  readonly tenant: 'committee_id' | 'owner_org_id';
  readonly secured: boolean;
  readonly forced: boolean;
}

export interface Key {
  readonly table: string;
  readonly name: string;
  readonly primary: boolean;
  readonly first: string;
}

export interface Reference {
  readonly table: string;
  readonly name: string;
  readonly target: string;
  readonly first: string;
  readonly targetFirst: string;
}

const OURS = "n.nspname = 'public' and c.relkind in ('r', 'p')";

/** Every table of the product's schema. */
export const allTables = async (owner: Owner): Promise<string[]> =>
  (
    await owner.rows<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} order by 1`,
    )
  ).map(({ name }) => name);

/** Every table with a tenant column, as the database itself describes it. */
export const tenantTables = (owner: Owner): Promise<TenantTable[]> =>
  owner.rows<TenantTable>(
    `select c.relname as name, a.attname as tenant, c.relrowsecurity as secured, c.relforcerowsecurity as forced
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname in ('committee_id', 'owner_org_id') and not a.attisdropped
     where ${OURS} order by 1`,
  );

/** Primary keys and everything else that must be unique, constraint or index, with its first column. */
export const uniqueKeys = (owner: Owner): Promise<Key[]> =>
  owner.rows<Key>(
    `select c.relname as "table", i.relname as name, x.indisprimary as "primary", coalesce(a.attname, '(expression)') as first
     from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
     join pg_namespace n on n.oid = c.relnamespace
     left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
     where ${OURS} and x.indisunique`,
  );

/** Foreign keys with the first column on both sides. */
export const references = (owner: Owner): Promise<Reference[]> =>
  owner.rows<Reference>(
    `select c.relname as "table", k.conname as name, t.relname as target, a.attname as first, b.attname as "targetFirst"
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     join pg_class t on t.oid = k.confrelid
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
     where ${OURS} and k.contype = 'f'`,
  );

/** The columns of a table that the application may change. */
export const changeable = async (owner: Owner, table: string): Promise<string[]> =>
  (
    await owner.rows<{ name: string }>(
      `select a.attname as name from pg_attribute a
       where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
         and has_column_privilege('qzt_app', a.attrelid, a.attnum, 'UPDATE')`,
      [table],
    )
  ).map(({ name }) => name);
