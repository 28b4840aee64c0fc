import type { Role } from '@qzt/domain/org';
import type { Actor } from '../../platform/actor.ts';
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts';
import type { Work } from '../../platform/transact.ts';
import { branchOfActor } from './branch.ts';
import type { UnitRow } from './directory.store.ts';
import type { Directory } from './directory.ts';
import { holdStaff, type StaffRecord } from './staff.store.ts';

/** The organisation of somebody in the actor's branch. Errors: `not-found` for anybody else. */
export async function unitOfPerson(
  directory: Directory,
  actor: Actor,
  id: string,
): Promise<UnitRow> {
  const [person, branch] = await Promise.all([
    directory.staff(id),
    branchOfActor(directory, actor),
  ]);
  const unit = person && branch.get(person.orgId);
  if (unit === undefined) throw notFound('没有找到这位同事');
  return unit;
}

export interface Held {
  readonly person: StaffRecord;
  readonly successor: StaffRecord | undefined;
  /** Whether nobody else administers this subdistrict. */
  readonly lastAdministrator: boolean;
}

/** Somebody who is about to be changed, held until the transaction ends. Errors: `not-found`. */
export async function hold(
  work: Work,
  unit: UnitRow,
  id: string,
  successor?: string,
): Promise<Held> {
  const found = await holdStaff(
    work,
    successor === undefined ? [id] : [id, successor],
    unit.kind === 'subdistrict' ? unit.id : null,
  );
  const person = found.find((one) => one.id === id);
  if (person === undefined || person.orgId !== unit.id) throw notFound('没有找到这位同事');
  const administrators = found.filter((one) => administers(one, unit));
  return {
    person,
    successor: found.find((one) => one.id === successor),
    lastAdministrator: administers(person, unit) && administrators.length === 1,
  };
}

const administers = (person: StaffRecord, unit: UnitRow): boolean =>
  unit.kind === 'subdistrict' &&
  person.orgId === unit.id &&
  person.leftAt === null &&
  person.roles.includes('subdistrictAdmin');

/** Errors: `version-conflict` when somebody changed the person since. */
export function demandVersion(person: StaffRecord, version: number): void {
  if (person.version !== version)
    throw new Refusal('version-conflict', { version: person.version });
}

/** Errors: `not-permitted` for somebody who has left. */
export function demandPresent(person: StaffRecord): void {
  if (person.leftAt !== null)
    throw new Refusal('not-permitted', { detail: '这位同事已经离岗,资料不能再改' });
}

/** A subdistrict without an administrator could be managed by nobody. Errors: `invalid-input`. */
export function keepAdministrator(held: Held, path: string): void {
  if (held.lastAdministrator)
    throw wrongField(
      path,
      '这是街镇最后一位管理员,请先给另一位同事加上“街镇管理员”岗位',
      'last-administrator',
    );
}

/**
 * An auditor reads what administrators did: those of his own organisation neither make his account nor give or take
 * its roles nor know its password. Errors: `not-permitted`.
 */
export function demandAboveAuditor(actor: Actor, unit: UnitRow, roles: readonly Role[]): void {
  if (roles.includes('auditor') && unit.id === actor.org.id)
    throw new Refusal('not-permitted', {
      detail: '审计员的账号由上一级管理员管理,或请运维人员用命令行 create-admin 建立',
    });
}

/** Errors: `not-permitted` where somebody gives or takes roles of his own. */
export function demandOthersRoles(actor: Actor, person: StaffRecord, next: readonly Role[]): void {
  const same = next.length === person.roles.length && next.every((r) => person.roles.includes(r));
  if (person.id === actor.id && !same)
    throw new Refusal('not-permitted', { detail: '自己的岗位不能自己改,请另一位管理员来改' });
}
