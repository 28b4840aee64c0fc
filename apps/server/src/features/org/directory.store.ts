import type pg from 'pg';
import type { Unit } from '../../platform/actor.ts';

interface OrgRow {
  id: string;
  kind: Unit['kind'];
  name: string;
  code: string;
  parent_id: string | null;
  version: number;
}

export interface UnitRow extends Unit {
  readonly version: number;
}

/** All organisations: a reference table of at most a few thousand rows. */
export async function loadUnits(pool: pg.Pool): Promise<UnitRow[]> {
  const { rows } = await pool.query<OrgRow>('select id, kind, name, code, parent_id, version from org');
  return rows.map(({ parent_id, ...row }) => ({ ...row, parentId: parent_id }));
}

/** Name and organisation of one person of the staff, also of one who has left. */
export async function loadStaffName(
  pool: pg.Pool,
  id: string,
): Promise<{ id: string; name: string; orgId: string; left: boolean } | undefined> {
  const { rows } = await pool.query<{ id: string; name: string; org_id: string; left_at: Date | null }>(
    'select id, name, org_id, left_at from staff where id = $1',
    [id],
  );
  const [row] = rows;
  return row && { id: row.id, name: row.name, orgId: row.org_id, left: row.left_at !== null };
}
