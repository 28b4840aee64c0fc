import type pg from 'pg';
import type { Unit } from '../../platform/actor.ts';
import type { DemoStaff } from './organisation.ts';

export interface Hours {
  readonly bands: readonly object[];
  readonly standing: string;
  readonly where: string;
}

/** Writes organisations and accounts. Run by whoever owns the tables, before anybody can sign in. */
export async function writeOrganisation(
  client: pg.Pool,
  units: readonly Unit[],
  staff: readonly DemoStaff[],
  passwordHash: string,
  hours: Hours,
): Promise<void> {
  await client.query('begin');
  await writeUnits(client, units, hours);
  await writeStaff(client, staff, passwordHash);
  await client.query(
    `insert into installation (name, value) values ('demonstration', 'true') on conflict do nothing`,
  );
  await client.query('commit');
}

/** Writes organisations; the subdistricts among them keep these hours. What is there already stays. */
export async function writeUnits(
  client: Pick<pg.Pool, 'query'>,
  units: readonly Unit[],
  hours: Hours,
): Promise<void> {
  await client.query(
    `insert into org (id, kind, name, code, parent_id)
     select id, kind, name, code, "parentId" from jsonb_to_recordset($1::jsonb) as u(id uuid, kind text, name text, code text, "parentId" uuid)
     on conflict do nothing`,
    [JSON.stringify(units)],
  );
  const subdistricts = units.filter(({ kind }) => kind === 'subdistrict').map(({ id }) => id);
  await client.query(
    `insert into opening_hours (org_id, valid_from, bands, standing, source_place)
     select id, '2000-01-01', $2, $3, $4 from unnest($1::uuid[]) as id
     on conflict do nothing`,
    [subdistricts, JSON.stringify(hours.bands), hours.standing, hours.where],
  );
}

/** Writes people with their accounts, all under one password hash. Whoever is there already stays as he is. */
export async function writeStaff(
  client: Pick<pg.Pool, 'query'>,
  staff: readonly DemoStaff[],
  passwordHash: string,
): Promise<void> {
  await client.query(
    `insert into staff (id, org_id, name, leader, roles, service_lines)
     select id, "orgId", name, leader, roles, "serviceLines"
     from jsonb_to_recordset($1::jsonb) as s(id uuid, "orgId" uuid, name text, leader boolean, roles text[], "serviceLines" text[])
     on conflict do nothing`,
    [JSON.stringify(staff)],
  );
  await client.query(
    `insert into credential (staff_id, username, password_hash)
     select id, username, $2 from jsonb_to_recordset($1::jsonb) as s(id uuid, username text)
     on conflict do nothing`,
    [JSON.stringify(staff), passwordHash],
  );
}

export async function isDemonstration(client: pg.Pool): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from installation where name = 'demonstration' and value = 'true'`,
  );
  return rowCount === 1;
}

export async function isEmpty(client: pg.Pool): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(
    'select not exists (select from org) as empty',
  );
  return rows[0]?.empty ?? true;
}
