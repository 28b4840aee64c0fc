import { randomBytes } from 'node:crypto';
import {
  FIRST_DAY,
  type FirstDayStep,
  practiceCode,
  practiceName,
  practiceRoles,
  practisedSteps,
} from '@qzt/domain/practice';
import { type Actor, accountOf } from '../../platform/actor.ts';
import type { Connection } from '../../platform/pool.ts';
import { newId } from '../../platform/random.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Ground, transact, type Work } from '../../platform/transact.ts';
import { fillPractice, practiceOffices } from '../demonstration/index.ts';
import { type Directory, hashPassword, type Sessions, type SignedIn } from '../org/index.ts';
import * as store from './practice.store.ts';
import { contactsOf, NOTHING, practised } from './trace.store.ts';

export interface PracticeGround extends Ground {
  readonly directory: Directory;
  readonly sessions: Sessions;
  /** As the owner of the tables, who alone can fill a committee and take everything away again. */
  readonly owner: Connection | undefined;
}

/**
 * Switches a session into the practice committee of its person's committee, which is made and filled where it is not there
 * yet, or back. Errors: `not-permitted` for anybody who is not of a committee, `not-ready` where nothing can be filled.
 */
export async function switchPractice(
  ground: PracticeGround,
  signedIn: SignedIn,
  on: boolean,
): Promise<void> {
  const practises = signedIn.actor.practiceOf !== undefined;
  if (on === practises) return;
  if (!on) return ground.sessions.practiseAs(signedIn, null);
  const { actor } = signedIn;
  if (actor.org.kind !== 'committee' || !actor.permissions.has('encounter.write'))
    throw new Refusal('not-permitted', { detail: '演练是给居委会的接待台用的,您的岗位不用演练' });
  const self = await prepare(ground, actor, signedIn.session.username);
  await fill(ground, self, false);
  await ground.sessions.practiseAs(signedIn, self);
}

/** Puts the practice committee back to its beginning, for all who practise there. Errors: `not-permitted`, `not-ready`. */
export async function restartPractice(ground: PracticeGround, actor: Actor): Promise<void> {
  if (actor.practiceOf === undefined)
    throw new Refusal('not-permitted', { detail: '只有在演练里才能回到开头' });
  await transact(ground, actor, '演练回到开头', async (work) => {
    work.audit({ action: 'practice.restart', subject: 'org', subjectId: actor.org.id });
  });
  await fill(ground, actor.id, true);
  ground.sessions.forget();
}

/** Makes the places of practice and the second self of a person; answers its id. */
async function prepare(ground: PracticeGround, actor: Actor, username: string): Promise<string> {
  const subdistrict = (await ground.directory.units()).get(actor.org.parentId ?? '');
  if (subdistrict === undefined)
    throw new Refusal('not-permitted', { detail: '您的居委会还没有上级街镇,请先告诉管理员' });
  const passwordHash = await hashPassword(randomBytes(32).toString('base64'));
  const place = { parentId: subdistrict.id, of: null };
  await transact(ground, actor, '进入演练', async (work) => {
    const { org } = actor;
    store.keepPlaces(work, [
      {
        ...place,
        kind: 'committee',
        name: practiceName(org.name),
        code: practiceCode(org.code),
        of: org.id,
      },
      ...practiceOffices(subdistrict).map((office) => ({ ...place, ...office })),
    ]);
    store.keepSelf(work, {
      id: newId(),
      of: actor.id,
      committeeId: org.id,
      username: practiceCode(username),
      name: actor.name,
      leader: actor.leader,
      roles: practiceRoles(actor.roles),
      serviceLines: actor.serviceLines,
      passwordHash,
    });
    work.audit({ action: 'practice.prepare', subject: 'org', subjectId: org.id });
  });
  ground.directory.forget();
  const self = await selfOf(ground, actor);
  if (self === undefined) throw new Refusal('not-ready', { waitSeconds: 2 });
  return self;
}

const selfOf = (ground: Ground, actor: Actor): Promise<string | undefined> =>
  transact(ground, actor, '进入演练', (work) => store.secondSelf(work, accountOf(actor)));

async function fill(ground: PracticeGround, self: string, anew: boolean): Promise<void> {
  if (ground.owner === undefined)
    throw new Refusal('not-ready', {
      waitSeconds: 60,
      detail: '这台服务器没有准备演练,请告诉管理员',
    });
  const [units, found] = await Promise.all([
    ground.directory.units(),
    ground.directory.staff(self),
  ]);
  const committee = units.get(found?.orgId ?? '');
  const subdistrict = units.get(committee?.parentId ?? '');
  if (found === undefined || committee === undefined || subdistrict === undefined)
    throw new Refusal('not-ready', { waitSeconds: 2 });
  const offices = [...units.values()].filter(
    ({ practice, kind, parentId }) =>
      practice === true && kind !== 'committee' && parentId === subdistrict.id,
  );
  const person = { ...found, leader: false, username: practiceCode(found.id) };
  await fillPractice(
    {
      owner: ground.owner,
      keyring: ground.keyring,
      now: ground.clock.now(),
      committee,
      subdistrict,
      offices,
      person,
    },
    anew,
  );
}

/**
 * The exercises of the first day, done or not, whether the caller practises just now or not.
 * Errors: `not-permitted` for anybody who is not of a committee.
 */
export async function readFirstDay(
  ground: PracticeGround,
  actor: Actor,
): Promise<{ steps: { step: FirstDayStep; done: boolean }[] }> {
  if (actor.org.kind !== 'committee') throw new Refusal('not-permitted');
  const account = accountOf(actor);
  const [real, trained] = await Promise.all([
    asOneself(ground, actor, account, contactsOf),
    selfOf(ground, actor).then((self) =>
      self === undefined ? NOTHING : asOneself(ground, actor, self, practised),
    ),
  ]);
  const done = practisedSteps({ ...(trained ?? NOTHING), real: real ?? 0 });
  return { steps: FIRST_DAY.map((step) => ({ step, done: done.includes(step) })) };
}

/** Counts what the same person has stored as himself or as his second self, each in the scope of that committee alone. */
async function asOneself<T>(
  ground: PracticeGround,
  actor: Actor,
  staffId: string,
  count: (work: Work, committeeId: string, staffId: string) => Promise<T>,
): Promise<T | undefined> {
  const found = await ground.directory.staff(staffId);
  const org = (await ground.directory.units()).get(found?.orgId ?? '');
  if (org === undefined) return undefined;
  const scope = { ...actor.scope, committees: [org.id], orgs: [], org: org.id, staff: staffId };
  return transact(ground, { ...actor, id: staffId, org, scope }, '第一天的练习', async (work) => {
    work.audit({ action: 'practice.first-day', subject: 'staff', subjectId: staffId });
    return count(work, org.id, staffId);
  });
}
