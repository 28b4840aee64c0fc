import type { BodyOf } from '@qzt/contract';
import type { StaffView, staffEndpoints } from '@qzt/contract/org';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { Refusal, wrongField } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { transact, violated } from '../../platform/transact.ts';
import { branchOfActor, unitWithin } from './branch.ts';
import { refuseGuessable } from './first-password.ts';
import {
  demandAboveAuditor,
  demandOthersRoles,
  demandPresent,
  demandVersion,
  hold,
  keepAdministrator,
  unitOfPerson,
} from './held-staff.ts';
import { asHandingOver } from './open-work.ts';
import { hashPassword } from './password.ts';
import { linesOf, rolesFor } from './posts.ts';
import * as store from './staff.store.ts';
import type { StaffGround } from './staff-ground.ts';
import { staffView } from './staff-view.ts';

/**
 * The people of one organisation of the actor's branch, or of the whole branch, with what each has open. Whoever may
 * hand over sees the number that a hand-over would move; anybody else what they may see of it.
 * Errors: `not-permitted`, `not-found`.
 */
export async function listStaff(
  ground: StaffGround,
  actor: Actor,
  orgId?: string,
): Promise<{ items: StaffView[] }> {
  permit(actor, 'staff.read');
  const branch = await branchOfActor(ground.directory, actor);
  const asked =
    orgId === undefined ? [...branch.values()] : [await unitWithin(ground.directory, actor, orgId)];
  const committees = asked.filter(({ kind }) => kind === 'committee').map(({ id }) => id);
  const counting = actor.permissions.has('staff.handover')
    ? asHandingOver(actor, committees)
    : actor;
  return transact(ground, counting, '查看同事名单', async (work) => {
    const people = await store.staffOf(
      work,
      asked.map(({ id }) => id),
    );
    const open = await ground.openWork.count(
      work,
      people.map(({ id }) => id),
    );
    return {
      items: people.flatMap((person) => {
        const unit = branch.get(person.orgId);
        return unit ? [staffView(person, unit, open.get(person.id) ?? 0)] : [];
      }),
    };
  });
}

/** Adds a person. Errors: `not-permitted`, `not-found` (organisation), `id-exists`, `invalid-input`, `slow-down`. */
export async function createStaff(
  ground: StaffGround,
  actor: Actor,
  input: BodyOf<typeof staffEndpoints.createStaff>,
  repeat: Repeat,
): Promise<StaffView> {
  permit(actor, 'staff.manage');
  const unit = await unitWithin(ground.directory, actor, input.orgId);
  const { password, ...facts } = input;
  const person = {
    ...facts,
    roles: rolesFor(input.roles, unit.kind),
    serviceLines: linesOf(input.serviceLines),
  };
  demandAboveAuditor(actor, unit, person.roles);
  refuseGuessable(password, input.username, 'password');
  const passwordHash = await hashPassword(password);
  try {
    return await transact(
      ground,
      actor,
      '新增工作人员',
      async (work) => {
        store.insertStaff(work, { ...person, passwordHash });
        work.audit({
          action: 'staff.create',
          subject: 'staff',
          subjectId: person.id,
          facts: { roles: person.roles.join(','), org: unit.id },
        });
        return staffView({ ...person, leftAt: null, version: 1 }, unit, 0);
      },
      repeat,
    );
  } catch (error) {
    if (violated(error, 'credential_username_key'))
      throw wrongField('username', '这个用户名已有人在用,请换一个', 'taken');
    if (violated(error, 'staff_pkey')) throw await taken(ground, actor, person.id);
    throw error;
  }
}

/** An id that exists: with its version in the actor's branch, not found elsewhere. */
async function taken(ground: StaffGround, actor: Actor, id: string): Promise<Refusal> {
  const unit = await unitOfPerson(ground.directory, actor, id);
  const { person } = await transact(ground, actor, '查重', (work) => hold(work, unit, id));
  return new Refusal('id-exists', { version: person.version });
}

/**
 * Changes name, roles, lines or the leader flag; counts from that person's next request on.
 * Errors: `not-permitted`, `not-found`, `version-conflict`, `invalid-input`.
 */
export async function changeStaff(
  ground: StaffGround,
  actor: Actor,
  id: string,
  version: number,
  input: BodyOf<typeof staffEndpoints.changeStaff>,
): Promise<StaffView> {
  permit(actor, 'staff.manage');
  const unit = await unitOfPerson(ground.directory, actor, id);
  const acting = unit.kind === 'committee' ? asHandingOver(actor, [unit.id]) : actor;
  const view = await transact(ground, acting, '修改工作人员', async (work) => {
    const held = await hold(work, unit, id);
    const { person } = held;
    demandVersion(person, version);
    demandPresent(person);
    const next = {
      ...person,
      name: input.name ?? person.name,
      leader: input.leader ?? person.leader,
      roles: input.roles ? rolesFor(input.roles, unit.kind) : person.roles,
      serviceLines: input.serviceLines ? linesOf(input.serviceLines) : person.serviceLines,
    };
    if (input.roles) {
      demandOthersRoles(actor, person, next.roles);
      demandAboveAuditor(actor, unit, [...person.roles, ...next.roles]);
    }
    if (!next.roles.includes('subdistrictAdmin')) keepAdministrator(held, 'roles');
    store.updateStaff(work, next);
    work.audit({
      action: 'staff.change',
      subject: 'staff',
      subjectId: id,
      facts: { before: person.roles.join(','), roles: next.roles.join(','), leader: next.leader },
    });
    const open = await ground.openWork.count(work, [id]);
    return staffView({ ...next, version: version + 1 }, unit, open.get(id) ?? 0);
  });
  ground.sessions.forget();
  return view;
}

/**
 * A new first password for somebody else, told in person: old sessions end, a lock-out too.
 * Errors: `not-permitted`, `not-found`, `invalid-input`, `slow-down`.
 */
export async function resetPassword(
  ground: StaffGround,
  actor: Actor,
  id: string,
  password: string,
): Promise<void> {
  permit(actor, 'staff.manage');
  const unit = await unitOfPerson(ground.directory, actor, id);
  if (id === actor.id)
    throw new Refusal('not-permitted', { detail: '自己的密码请在“我的账号”里改,要输入现在的密码' });
  const passwordHash = await hashPassword(password);
  await transact(ground, actor, '重设密码', async (work) => {
    const { person } = await hold(work, unit, id);
    demandPresent(person);
    demandAboveAuditor(actor, unit, person.roles);
    refuseGuessable(password, person.username, 'password');
    store.setPassword(work, id, passwordHash);
    work.audit({ action: 'password.reset', subject: 'staff', subjectId: id });
  });
  ground.sessions.forget();
}
