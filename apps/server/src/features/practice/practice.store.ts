import type { Unit } from '../../platform/actor.ts';
import { newId } from '../../platform/random.ts';
import type { Work } from '../../platform/transact.ts';

interface NewPlace extends Pick<Unit, 'kind' | 'name' | 'code'> {
  readonly parentId: string;
  /** The committee that it stands for; null for an office. */
  readonly of: string | null;
}

/** Makes places of practice that are not there yet; two at once make each of them once. */
export function keepPlaces(work: Work, places: readonly NewPlace[]): void {
  work.tx.write(
    `insert into org (id, kind, name, code, parent_id, practice, practice_of)
     select id, kind, name, code, "parentId", true, "of"
     from jsonb_to_recordset($1::jsonb) as p(id uuid, kind text, name text, code text, "parentId" uuid, "of" uuid)
     on conflict do nothing`,
    [JSON.stringify(places.map((place) => ({ id: newId(), ...place })))],
  );
}

/** The second self of a person in practice, if it was made before. */
export async function secondSelf(work: Work, staffId: string): Promise<string | undefined> {
  const [row] = await work.tx.read<{ id: string }>('select id from staff where practice_of = $1', [
    staffId,
  ]);
  return row?.id;
}

export interface Self {
  readonly id: string;
  readonly of: string;
  /** The committee whose place of practice it belongs to. */
  readonly committeeId: string;
  readonly username: string;
  readonly name: string;
  readonly leader: boolean;
  readonly roles: readonly string[];
  readonly serviceLines: readonly string[];
  /** Of a password that nobody knows: colleagues are listed with their accounts. */
  readonly passwordHash: string;
}

/** Makes the second self, or gives it the name, lines and roles that the person has by now. */
export function keepSelf(work: Work, self: Self): void {
  work.tx.write(
    `insert into staff (id, org_id, name, leader, roles, service_lines, practice_of)
     select $1, o.id, $3, $4, $5, $6, $7 from org o where o.practice_of = $2
     on conflict (practice_of) do update set org_id = excluded.org_id, name = excluded.name, leader = excluded.leader,
       roles = excluded.roles, service_lines = excluded.service_lines, left_at = null`,
    [self.id, self.committeeId, self.name, self.leader, self.roles, self.serviceLines, self.of],
  );
  work.tx.write(
    `insert into credential (staff_id, username, password_hash)
     select id, $2, $3 from staff where practice_of = $1 on conflict do nothing`,
    [self.of, self.username, self.passwordHash],
  );
}
