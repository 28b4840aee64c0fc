import type { Role, ServiceLine } from '@qzt/domain/org';
import type pg from 'pg';
import type { Unit } from '../../platform/actor.ts';

interface OrgRow {
  id: string;
  kind: Unit['kind'];
  name: string;
  code: string;
  parent_id: string | null;
  practice: boolean;
  version: number;
}

export interface UnitRow extends Unit {
  readonly version: number;
}

/** All organisations: a reference table of at most a few thousand rows. */
export async function loadUnits(pool: pg.Pool): Promise<UnitRow[]> {
  const { rows } = await pool.query<OrgRow>(
    'select id, kind, name, code, parent_id, practice, version from org',
  );
  return rows.map(({ parent_id, ...row }) => ({ ...row, parentId: parent_id }));
}

export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly orgId: string;
  readonly roles: readonly Role[];
  readonly serviceLines: readonly ServiceLine[];
  readonly left: boolean;
}

/** One person of the staff, also one who has left. */
export async function loadStaff(pool: pg.Pool, id: string): Promise<StaffRow | undefined> {
  const { rows } = await pool.query<StaffRow>(
    `select id, name, org_id as "orgId", roles, service_lines as "serviceLines", left_at is not null as left
     from staff where id = $1`,
    [id],
  );
  return rows[0];
}

/** The heads of a committee who are there. */
export async function loadHeads(pool: pg.Pool, orgId: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from staff where org_id = $1 and 'head' = any (roles) and left_at is null order by id`,
    [orgId],
  );
  return rows.map(({ id }) => id);
}
