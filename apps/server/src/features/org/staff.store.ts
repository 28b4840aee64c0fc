import type { Role, ServiceLine } from '@qzt/domain/org';
import type { Work } from '../../platform/transact.ts';

/** Somebody of the staff, also one who has left. */
export interface StaffRecord {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly orgId: string;
  readonly leader: boolean;
  readonly roles: readonly Role[];
  readonly serviceLines: readonly ServiceLine[];
  readonly leftAt: Date | null;
  readonly version: number;
}

const SELECT = `select s.id, c.username, s.name, s.org_id as "orgId", s.leader, s.roles, s.service_lines as "serviceLines",
    s.left_at as "leftAt", s.version
  from staff s join credential c on c.staff_id = s.id`;

/** The people of these organisations: who is there first, then by organisation and name. */
export const staffOf = (work: Work, orgIds: readonly string[]): Promise<StaffRecord[]> =>
  work.tx.read<StaffRecord>(
    `${SELECT} where s.org_id = any ($1::uuid[]) order by s.left_at nulls first, s.org_id, s.name, s.id`,
    [orgIds],
  );

/**
 * These people and, with them, the administrators of an organisation; held until the transaction ends, in one order,
 * so that two who act on each other wait instead of both going on.
 */
export const holdStaff = (
  work: Work,
  ids: readonly string[],
  administratorsOf: string | null,
): Promise<StaffRecord[]> =>
  work.tx.read<StaffRecord>(
    `${SELECT} where s.id = any ($1::uuid[])
       or (s.org_id = $2::uuid and s.left_at is null and s.roles @> array['subdistrictAdmin'])
     order by s.id for no key update of s`,
    [ids, administratorsOf],
  );

export interface NewStaff extends Omit<StaffRecord, 'leftAt' | 'version'> {
  readonly passwordHash: string;
}

export function insertStaff(work: Work, person: NewStaff): void {
  work.tx.write(
    'insert into staff (id, org_id, name, leader, roles, service_lines) values ($1, $2, $3, $4, $5, $6)',
    [person.id, person.orgId, person.name, person.leader, person.roles, person.serviceLines],
  );
  work.tx.write(
    'insert into credential (staff_id, username, password_hash, changed_at) values ($1, $2, $3, $4)',
    [person.id, person.username, person.passwordHash, work.now],
  );
}

export function updateStaff(
  work: Work,
  person: Pick<StaffRecord, 'id' | 'name' | 'leader' | 'roles' | 'serviceLines'>,
): void {
  work.tx.write(
    'update staff set name = $2, leader = $3, roles = $4, service_lines = $5, version = version + 1 where id = $1',
    [person.id, person.name, person.leader, person.roles, person.serviceLines],
  );
}

/** Ends somebody's sign-in for good; names and roles stay for the history. */
export function markLeft(work: Work, id: string): void {
  work.tx.write('update staff set left_at = $2, version = version + 1 where id = $1', [
    id,
    work.now,
  ]);
  endSessions(work, id);
}

/** A new first password: old sessions end, and a lock-out with them. */
export function setPassword(work: Work, id: string, passwordHash: string): void {
  work.tx.write(
    'update credential set password_hash = $2, changed_at = $3, failed = 0, locked_until = null where staff_id = $1',
    [id, passwordHash, work.now],
  );
  endSessions(work, id);
}

const endSessions = (work: Work, id: string): void =>
  work.tx.write('update session set revoked_at = $2 where staff_id = $1 and revoked_at is null', [
    id,
    work.now,
  ]);
