import type { AnswerOf, BodyOf } from '@qzt/contract';
import type { setupEndpoints } from '@qzt/contract/org';
import type { Role } from '@qzt/domain/org';
import { z } from 'zod';
import type { Unit } from '../../platform/actor.ts';
import { newId } from '../../platform/random.ts';
import { Refusal, wrongField } from '../../platform/refusal.ts';
import { type Ground, transact, violated, type Work } from '../../platform/transact.ts';
import { actorOf } from './actor-of.ts';
import type { Directory } from './directory.ts';
import { refuseGuessable } from './first-password.ts';
import { hashPassword } from './password.ts';
import { installationFacts, isEmpty, markSetUp } from './setup.store.ts';
import type { SetupCode } from './setup-code.ts';
import { insertStaff } from './staff.store.ts';
import { insertUnit } from './unit.store.ts';

/** What the first minutes of an installation need from the other rooms. */
export interface SetupGround extends Ground {
  readonly directory: Directory;
  readonly setupCode: SetupCode;
  /** Gives a new subdistrict its first opening hours: a port that working time fills. */
  readonly startHours: (work: Work, orgId: string) => Promise<void>;
}

type SetupInput = BodyOf<typeof setupEndpoints.setup>;

const ROLES: readonly Role[] = ['subdistrictAdmin', 'catalogueMaintainer'];

const Filling = z.object({ done: z.int(), of: z.int() }).nullable().catch(null);

/** Whether the installation is empty, holds demonstration data, and how far that has been filled. */
export async function setupState({
  pool,
}: SetupGround): Promise<AnswerOf<typeof setupEndpoints.setupState>> {
  const { empty, demonstration, filling } = await installationFacts(pool);
  return { empty, demonstration, filling: Filling.parse(filling) };
}

/** A new code for the console, or undefined where there is nothing to set up. */
export async function openSetup({ pool, setupCode }: SetupGround): Promise<string | undefined> {
  return (await installationFacts(pool)).empty ? setupCode.make() : undefined;
}

const DONE = new Refusal('not-permitted', { detail: '已经设置过了,请用管理员账号登录' });

/**
 * Makes the district, the first subdistrict with its committees and hours, and its administrator. Works once.
 * Errors: `not-permitted` (not empty any more, no code holds), `invalid-input`, `slow-down`.
 */
export async function setUp(
  ground: SetupGround,
  input: SetupInput,
): Promise<{ subdistrictId: string }> {
  if (!(await installationFacts(ground.pool)).empty) throw DONE;
  ground.setupCode.demand(input.code);
  refuseTwice(input.committees);
  const { administrator } = input;
  refuseGuessable(administrator.password, administrator.username, 'administrator.password');
  const units = firstUnits(input);
  const person = {
    id: newId(),
    orgId: units.subdistrict.id,
    username: administrator.username,
    name: administrator.name,
    leader: false,
    roles: ROLES,
    serviceLines: [],
  };
  const passwordHash = await hashPassword(administrator.password);
  const actor = await actorOf(
    { ...person, staffId: person.id },
    { units: () => Promise.resolve(new Map(units.all.map((unit) => [unit.id, unit]))) },
  );
  try {
    await transact(ground, actor, '初始设置', async (work) => {
      if (!(await isEmpty(work))) throw DONE;
      markSetUp(work);
      for (const unit of units.all) insertUnit(work, unit);
      insertStaff(work, { ...person, passwordHash });
      await ground.startHours(work, units.subdistrict.id);
      work.audit({
        action: 'setup',
        subject: 'org',
        subjectId: units.subdistrict.id,
        facts: { committees: input.committees.length },
      });
    });
  } catch (error) {
    if (violated(error, 'installation_pkey')) throw DONE;
    throw error;
  }
  ground.setupCode.spend();
  ground.directory.forget();
  return { subdistrictId: units.subdistrict.id };
}

function refuseTwice(names: readonly string[]): void {
  for (const [index, name] of names.entries())
    if (names.indexOf(name) < index)
      throw wrongField(`committees.${index}`, `“${name}”填了两次,请去掉一次`, 'twice');
}

/** Short codes stand in addresses and on printed QR codes: short, of letters and digits, one each. */
function firstUnits({ district, subdistrict, committees }: SetupInput) {
  const unit = (kind: Unit['kind'], name: string, code: string, parentId: string | null): Unit => ({
    id: newId(),
    kind,
    name,
    code,
    parentId,
  });
  const top = unit('district', district, 'qu', null);
  const middle = unit('subdistrict', subdistrict, 'jiezhen', top.id);
  const below = committees.map((name, index) =>
    unit('committee', name, `jw${String(index + 1).padStart(2, '0')}`, middle.id),
  );
  return { subdistrict: middle, all: [top, middle, ...below] };
}
