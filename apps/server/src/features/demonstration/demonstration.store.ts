import type pg from 'pg';
import type { Unit } from '../../platform/actor.ts';
import type { DemoStaff } from './organisation.ts';

/** Writes organisations and accounts. Run by whoever owns the tables, before anybody can sign in. */
export async function writeOrganisation(
  client: pg.Pool,
  units: readonly Unit[],
  staff: readonly DemoStaff[],
  passwordHash: string,
  hours: { readonly bands: readonly object[]; readonly standing: string; readonly where: string },
): Promise<void> {
  const subdistrict = units.find((unit) => unit.kind === 'subdistrict');
  await client.query('begin');
  await client.query(
    `insert into org (id, kind, name, code, parent_id)
     select id, kind, name, code, "parentId" from jsonb_to_recordset($1::jsonb) as u(id uuid, kind text, name text, code text, "parentId" uuid)
     on conflict do nothing`,
    [JSON.stringify(units)],
  );
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
  if (subdistrict)
    await client.query(
      `insert into opening_hours (org_id, valid_from, bands, standing, source_place) values ($1, '2000-01-01', $2, $3, $4)
       on conflict do nothing`,
      [subdistrict.id, JSON.stringify(hours.bands), hours.standing, hours.where],
    );
  await client.query(
    `insert into installation (name, value) values ('demonstration', 'true') on conflict do nothing`,
  );
  await client.query('commit');
}

export async function isEmpty(client: pg.Pool): Promise<boolean> {
  const { rows } = await client.query<{ empty: boolean }>(
    'select not exists (select from org) as empty',
  );
  return rows[0]?.empty ?? true;
}
