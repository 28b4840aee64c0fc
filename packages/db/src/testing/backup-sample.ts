import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { ask } from './ask.ts';

/** Every trait of a schema that a backup could stumble over. */
const SCHEMA = `
  create table org (id uuid primary key, name text not null, parent_id uuid references org (id));
  create table data_key (
    committee_id uuid not null references org (id), id uuid not null, wrapped bytea not null, primary key (committee_id, id));
  create table erased_key (
    committee_id uuid not null references org (id), key_id uuid not null, erased_at timestamptz not null default now(),
    primary key (committee_id, key_id));
  create table event (
    committee_id uuid not null references org (id), seq integer not null, at timestamptz not null, "Note" text,
    facts jsonb not null default '{}', tags text[] not null default '{}', shout text generated always as (upper("Note")) stored,
    primary key (committee_id, seq));
  create function refuse() returns trigger language plpgsql as $$ begin raise exception 'append through the function only'; end $$;
  create trigger guard before insert on event for each row when (new.seq > 1000) execute function refuse();
  alter table event enable row level security;
  alter table event force row level security;
  create table numbered (id integer generated always as identity primary key, words text);
  create table parted (id integer not null, at date not null) partition by range (at);
  create table parted_2026 partition of parted for values from ('2026-01-01') to ('2027-01-01');
  insert into org values ('00000000-0000-7000-8000-000000000001', 'made by the migration', null);
  create schema extra;
  create table extra.thing (id integer primary key);`;

/** Two tables that refer to each other. */
const CIRCLE = `
  create table hen (id integer primary key, egg_id integer);
  create table egg (id integer primary key, hen_id integer not null references hen (id));
  alter table hen add foreign key (egg_id) references egg (id);`;

const ROWS = `
  update org set name = 'renamed since';
  insert into org values ('00000000-0000-7000-8000-000000000002', '甲居委', '00000000-0000-7000-8000-000000000001');
  insert into data_key select '00000000-0000-7000-8000-000000000002', ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '\\xdeadbeef'
    from generate_series(1, 20) n;
  insert into event select '00000000-0000-7000-8000-000000000002', n, timestamptz '2026-11-24 14:30+08' + n * interval '1.000001 s',
    case n when 1 then null when 2 then '' when 3 then E'tab\\t newline\\n back\\\\slash \\\\N \\\\.' else '我儿媳怀孕了 ' || n end,
    jsonb_build_object('n', n, 'words', E'"引号"\\n'), array['a,b', E'c"d', null] from generate_series(1, 500) n;
  alter table event disable trigger guard;
  insert into event values ('00000000-0000-7000-8000-000000000002', 1001, now(), 'beyond the guard');
  alter table event enable trigger guard;
  insert into numbered (words) values ('one'), ('two'), ('three');
  delete from numbered where words = 'three';
  insert into parted values (1, '2026-11-24');
  insert into extra.thing values (7);`;

/** Writes the sample's migrations; `later` are further steps that a newer program would have. */
export async function writeMigrations(
  folder: string,
  circle: boolean,
  ...later: string[]
): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [index, sql] of [SCHEMA + (circle ? CIRCLE : ''), ...later].entries()) {
    await writeFile(join(folder, `000${index + 1}_step.sql`), sql);
  }
  return folder;
}

/** Fills the sample's tables. */
export async function fill(owner: pg.ClientConfig, circle: boolean): Promise<void> {
  await ask(owner, ROWS);
  if (circle) {
    await ask(
      owner,
      'insert into hen values (1, null); insert into egg values (1, 1); update hen set egg_id = 1',
    );
  }
}

/** Of every table outside PostgreSQL's own: the number of rows and a hash over all of them. */
export async function contents(owner: pg.ClientConfig): Promise<Record<string, string>> {
  const tables = await ask(
    owner,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema') and tablename <> 'schema_migration' order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const rows = await ask(owner, `select t::text as row from ${name} t order by 1`);
    const hash = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);
    found[String(name)] = `${rows.length} rows ${hash}`;
  }
  return found;
}
