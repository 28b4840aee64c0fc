import type pg from 'pg';
import { FIRST_COMMITTEE, orgId, staffId, usernameOf } from './dimensions.ts';

/** A subdistrict of Shanghai has about 26 to 32 committees. */
const COMMITTEES_EACH = 30;

/**
 * Committees with a worker each, who signs in with the password of the demonstration. Copies of what the demonstration
 * wrote, so that they are complete whatever columns there are.
 */
export async function addCommittees(owner: pg.Client, committees: number): Promise<void> {
  const numbers = Array.from({ length: committees }, (_, index) => index);
  const subdistricts = Math.ceil(committees / COMMITTEES_EACH);
  await owner.query(
    `insert into org (id, kind, parent_id, name, code)
     select ('01900000-0002-7000-8000-' || lpad(s::text, 12, '0'))::uuid, 'subdistrict', d.id, '测量街道' || s, 'bench-street-' || s
     from generate_series(1, $1::int) s, org d where d.kind = 'district'`,
    [subdistricts],
  );
  await owner.query(
    `insert into opening_hours
     select (jsonb_populate_record(h, jsonb_build_object('org_id', s.id))).*
     from opening_hours h join org o on o.id = h.org_id and o.kind = 'subdistrict', org s where s.code like 'bench-street-%'`,
  );
  await owner.query(
    `insert into org (id, kind, parent_id, name, code)
     select n.id, 'committee', ('01900000-0002-7000-8000-' || lpad((n.i / $3::int + 1)::text, 12, '0'))::uuid,
       '测量' || n.i || '居委会', 'bench-' || ($2::int + n.i)
     from unnest($1::uuid[], $4::int[]) as n (id, i)`,
    [numbers.map(orgId), FIRST_COMMITTEE, COMMITTEES_EACH, numbers],
  );
  await owner.query(
    `insert into staff
     select (jsonb_populate_record(w, jsonb_build_object('id', n.id, 'org_id', n.org_id))).*
     from staff w join credential c on c.staff_id = w.id and c.username = 'worker', unnest($1::uuid[], $2::uuid[]) as n (id, org_id)`,
    [numbers.map(staffId), numbers.map(orgId)],
  );
  await owner.query(
    `insert into credential
     select (jsonb_populate_record(c, jsonb_build_object('staff_id', n.id, 'username', n.name))).*
     from credential c, unnest($1::uuid[], $2::text[]) as n (id, name) where c.username = 'worker'`,
    [numbers.map(staffId), numbers.map(usernameOf)],
  );
}
