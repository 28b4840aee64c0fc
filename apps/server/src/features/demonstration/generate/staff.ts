import { type Role, SERVICE_LINES, type ServiceLine } from '@qzt/domain/org';
import {
  districtOffices,
  makeName,
  makeWorkers,
  type SeededRandom,
  subdistrictOffices,
} from '@qzt/testkit';
import type { Unit } from '../../../platform/actor.ts';
import { type DemoStaff, demoId } from '../organisation.ts';

/** The accounts of nobody: they hold the names in the history, and no password of theirs was ever known. */
const nameless = (
  unit: Unit,
  order: number,
  person: Pick<DemoStaff, 'name' | 'leader' | 'roles' | 'serviceLines'>,
): DemoStaff => ({
  id: demoId('staff', unit.id, String(order)),
  orgId: unit.id,
  username: `${unit.code}-${order}`,
  ...person,
});

/**
 * The people of a committee: its demonstration accounts and colleagues, seven to nine together, who own every line
 * between them. Whoever is on the desk today comes first, the head second.
 */
export function committeeStaff(
  random: SeededRandom,
  unit: Unit,
  accounts: readonly DemoStaff[],
  today: string,
): DemoStaff[] {
  const made = makeWorkers(random, { today });
  const known = accounts.filter((account) => account.orgId === unit.id);
  const hasHead = known.some(({ roles }) => roles.includes('head'));
  const fresh = (hasHead ? made.slice(1) : made).slice(0, made.length - known.length);
  const owned = new Set(known.flatMap(({ serviceLines }) => serviceLines));
  const open = SERVICE_LINES.filter((line) => !owned.has(line));
  const dealt = Map.groupBy(open.entries(), ([index]) => index % fresh.length);
  const linesOf = (index: number): readonly ServiceLine[] =>
    (dealt.get(index) ?? []).map(([, line]) => line);
  const colleagues = fresh.map(({ name, leader }, index) => {
    const head = !hasHead && index === 0;
    const roles: readonly Role[] = head ? ['worker', 'head'] : ['worker', 'lineOwner'];
    return nameless(unit, index + 1, { name, leader, roles, serviceLines: linesOf(index) });
  });
  const all = [...known, ...colleagues];
  const head = all.find(({ roles }) => roles.includes('head'));
  const others = all.filter((person) => person !== head);
  const [first, ...rest] = others;
  return [first, head, ...rest].filter((person) => person !== undefined);
}

const lines: ReadonlyMap<string, readonly ServiceLine[]> = new Map(
  [...subdistrictOffices, ...districtOffices].map((office) => [office.name, office.lines]),
);

/** What an office is called without the mark of the demonstration or of practice. */
const plainName = (unit: Unit): string => unit.name.replace(/\((演示|演练)\)$/, '');

/** The lines that an office answers for; none for anything else. */
export const linesOfOffice = (unit: Unit): readonly ServiceLine[] =>
  lines.get(plainName(unit)) ?? [];

/** The people of an office or a service centre: its demonstration accounts and two colleagues. */
export function officeStaff(
  random: SeededRandom,
  unit: Unit,
  accounts: readonly DemoStaff[],
): DemoStaff[] {
  const roles: readonly Role[] = unit.kind === 'centre' ? ['centreClerk'] : ['officer'];
  const colleagues = [1, 2].map((order) => {
    const sex = random.chance(0.6) ? 'female' : 'male';
    const name = makeName(random, { sex, bornYear: random.int(1972, 1998) });
    return nameless(unit, order, {
      name,
      leader: false,
      roles,
      serviceLines: unit.kind === 'centre' ? [] : linesOfOffice(unit),
    });
  });
  return [...accounts.filter((account) => account.orgId === unit.id), ...colleagues];
}
