import { inTransaction, makePool, type Scope } from '@qzt/db';
import { PERMISSIONS } from '@qzt/domain/org';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  allTables,
  changeable,
  references,
  type TenantTable,
  tenantTables,
  uniqueKeys,
} from './testing/catalogue.ts';
import { type Committee, committee } from './testing/committee.ts';
import { fillEvery } from './testing/fill-tenant.ts';
import { changed } from './testing/owner.ts';

/** Tables that belong to no tenant: who works where, how they sign in, the calendar, the catalogue. */
const REFERENCE = [
  'calendar_day',
  'calendar_year',
  'certificate_local',
  'credential',
  'installation',
  'opening_hours',
  'org',
  'schema_migration',
  'service_item_version',
  'session',
  'staff',
];

/** What was written once and stays: the application may add to it and nothing else. */
const APPEND_ONLY = [
  'audit_entry',
  'audit_seal',
  'case_event',
  'certificate_refusal',
  'erased_key',
  'issued_certificate_event',
  'loan_step',
  'personal_text',
];

const REFUSED = '42501';

let at: Committee;
let tables: TenantTable[];
let pool: pg.Pool;
let own: Scope;
let foreign: Scope;
beforeAll(async () => {
  at = await committee();
  tables = await tenantTables(at.owner);
  // One connection, so that whatever a transaction leaves behind would be met by the next.
  pool = makePool({ connection: at.product.connection('app'), max: 1, onError: () => undefined });
  await fillEvery(
    at,
    tables.map((table) => table.name),
  );
  const scopeOf = ({ id, org }: { id: string; org: string }): Scope => ({
    committees: [org],
    orgs: [org],
    org,
    staff: id,
    permissions: PERMISSIONS,
  });
  own = scopeOf(at.staff.worker);
  foreign = scopeOf(at.staff.neighbour);
});
afterAll(async () => {
  await pool.end();
  await at.end();
});

/** Runs one statement in a scope and takes it back. Answers its rows, or the code of its refusal. */
async function tried(scope: Scope, text: string, values: unknown[] = []): Promise<unknown> {
  const undo = new Error('taken back');
  let rows: unknown;
  try {
    await inTransaction(pool, scope, async (tx) => {
      rows = await tx.read(text, values);
      throw undo;
    });
  } catch (error) {
    if (error !== undo) return (error as { code?: string }).code;
  }
  return rows;
}

const count = (name: string) => `select count(*)::int as n from ${name}`;
const mine = () => at.staff.worker.org;

test('every table says whose its rows are, or is one of the few that are everybody’s', async () => {
  const known = new Set([...tables.map((table) => table.name), ...REFERENCE]);
  expect((await allTables(at.owner)).filter((name) => !known.has(name))).toEqual([]);
  expect(tables.length).toBeGreaterThan(20);
});

test('row-level security is enabled and forced on every tenant table', () => {
  expect(tables.filter((table) => !(table.secured && table.forced))).toEqual([]);
});

test('the tenant column leads the primary key, every unique key and every reference between tenants', async () => {
  const tenantOf = new Map(tables.map((table) => [table.name, table.tenant as string]));
  const keys = (await uniqueKeys(at.owner)).filter((key) => tenantOf.has(key.table));
  expect(keys.filter((key) => key.first !== tenantOf.get(key.table))).toEqual([]);
  const primary = new Set(keys.filter((key) => key.primary).map((key) => key.table));
  expect(tables.filter((table) => !primary.has(table.name))).toEqual([]);
  const wrong = (await references(at.owner)).filter((one) => {
    const from = tenantOf.get(one.table);
    const to = tenantOf.get(one.target);
    if (to !== undefined) return one.first !== from || one.targetFirst !== to;
    return !REFERENCE.includes(one.target);
  });
  expect(wrong).toEqual([]);
});

test('the application owns nothing, passes no policy and belongs to no role that could', async () => {
  const [role] = await at.owner.rows(
    "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = 'qzt_app'",
  );
  expect(new Set(Object.values(role ?? {}))).toEqual(new Set([false]));
  const owned = await at.owner.rows(
    `select relname as name from pg_class where relowner = 'qzt_app'::regrole
     union all select proname from pg_proc where proowner = 'qzt_app'::regrole
     union all select nspname from pg_namespace where nspowner = 'qzt_app'::regrole
     union all select datname from pg_database where datdba = 'qzt_app'::regrole
     union all select roleid::regrole::text from pg_auth_members where member = 'qzt_app'::regrole`,
  );
  expect(owned).toEqual([]);
  const creates = await at.owner.rows(
    `select has_schema_privilege('qzt_app', 'public', 'CREATE') as tables, has_database_privilege('qzt_app', current_database(), 'CREATE') as schemas`,
  );
  expect(creates).toEqual([{ tables: false, schemas: false }]);
});

test('every tenant table holds rows of the committee, and its own people see them', async () => {
  for (const { name, tenant } of tables) {
    const [row] = await at.owner.rows<{ n: number }>(`${count(name)} where ${tenant} = $1`, [
      mine(),
    ]);
    expect(row?.n, name).toBeGreaterThan(0);
    const [seen] = (await tried(own, `${count(name)} where ${tenant} = $1`, [mine()])) as {
      n: number;
    }[];
    expect(seen?.n, name).toBeGreaterThan(0);
  }
});

test('a neighbour with every permission sees none of them', async () => {
  for (const { name, tenant } of tables)
    expect(await tried(foreign, `${count(name)} where ${tenant} = $1`, [mine()]), name).toEqual([
      { n: 0 },
    ]);
});

test('a neighbour changes and deletes none of them', async () => {
  const before = await at.owner.contents();
  for (const { name, tenant } of tables) {
    const columns = await changeable(at.owner, name);
    const sets = (columns.length > 0 ? columns : [tenant])
      .map((column) => `${column} = ${column}`)
      .join(', ');
    for (const act of [`update ${name} set ${sets}`, `delete from ${name}`]) {
      const text = `with hit as (${act} where ${tenant} = $1 returning 1) select count(*)::int as n from hit`;
      const result = await tried(foreign, text, [mine()]);
      if (act.startsWith('update') && columns.length > 0) expect(result, act).toEqual([{ n: 0 }]);
      else
        expect([REFUSED, JSON.stringify([{ n: 0 }])], act).toContain(
          typeof result === 'string' ? result : JSON.stringify(result),
        );
    }
  }
  expect(changed(before, await at.owner.contents())).toEqual([]);
});

test('a neighbour adds no row to another committee, and moves no row of his own there', async () => {
  for (const { name, tenant } of tables) {
    const [row] = await at.owner.rows<{ row: unknown }>(
      `select to_jsonb(t) as row from ${name} t where ${tenant} = $1 limit 1`,
      [mine()],
    );
    const insert = `insert into ${name} select (jsonb_populate_record(null::${name}, $1::jsonb)).*`;
    expect(await tried(foreign, insert, [JSON.stringify(row?.row)]), name).toBe(REFUSED);
    if (!(await changeable(at.owner, name)).includes(tenant)) continue;
    const move = await tried(
      foreign,
      `with moved as (update ${name} set ${tenant} = $1 returning 1) select count(*)::int as n from moved`,
      [mine()],
    );
    expect([REFUSED, JSON.stringify([{ n: 0 }])], name).toContain(
      typeof move === 'string' ? move : JSON.stringify(move),
    );
  }
});

test('without a scope there is nothing: neither before the first one nor after one on the same connection', async () => {
  const bare = new pg.Client(at.product.connection('app'));
  await bare.connect();
  for (const { name } of tables) {
    await tried(own, count(name));
    expect((await pool.query(count(name))).rows, name).toEqual([{ n: 0 }]);
    expect((await bare.query(count(name))).rows, name).toEqual([{ n: 0 }]);
    const [row] = await at.owner.rows<{ row: unknown }>(
      `select to_jsonb(t) as row from ${name} t limit 1`,
    );
    const insert = bare.query(
      `insert into ${name} select (jsonb_populate_record(null::${name}, $1::jsonb)).*`,
      [JSON.stringify(row?.row)],
    );
    await expect(insert, name).rejects.toMatchObject({ code: REFUSED });
  }
  await bare.end();
});

test('what is written once stays, even for its own people; and nobody empties a table', async () => {
  for (const name of APPEND_ONLY) {
    expect(tables.map((table) => table.name)).toContain(name);
    for (const { tenant } of tables.filter((table) => table.name === name)) {
      expect(await changeable(at.owner, name), name).toEqual([]);
      expect(await tried(own, `update ${name} set ${tenant} = ${tenant}`), name).toBe(REFUSED);
      expect(await tried(own, `delete from ${name}`), name).toBe(REFUSED);
    }
  }
  for (const { name } of tables)
    expect(await tried(own, `truncate ${name} cascade`), name).toBe(REFUSED);
});
