import type { WorkingTime } from '@qzt/domain/promise';
import { addDays } from '@qzt/domain/shared';
import type { CommitteePlace, SeededRandom } from '@qzt/testkit';
import type { Unit } from '../../../platform/actor.ts';
import type { Keyring } from '../../../platform/keys/index.ts';
import { localDate } from '../../../platform/time.ts';
import type { ItemVersion } from '../../catalogue/index.ts';
import type { CertificateList } from '../../certificate/index.ts';
import type { DemoStaff } from '../organisation.ts';
import { confirmedOffices } from './certificate-offices.ts';
import { DeskTime } from './desk-time.ts';
import { RowSink } from './row-sink.ts';
import { actorOf, dutiesOf, officesOf, type World } from './world.ts';

/** A committee that is made while somebody waits for it. */
export interface Small {
  readonly households: number;
  /** So many days of history end now. */
  readonly days: number;
  /** The fewest and the most requests of a day. */
  readonly requests: readonly [fewest: number, most: number];
}

/** What one committee is made from. */
export interface CommitteePlan {
  readonly seed: string;
  readonly now: Date;
  /** How many years of history end now. */
  readonly years: number;
  /** Where it is to be smaller than a real one. */
  readonly small?: Small;
  readonly unit: Unit;
  readonly place: CommitteePlace;
  readonly units: readonly Unit[];
  readonly staff: readonly DemoStaff[];
  readonly officeStaff: ReadonlyMap<string, readonly DemoStaff[]>;
  readonly workingTime: WorkingTime;
  readonly items: ReadonlyMap<string, ItemVersion>;
  readonly certificates: CertificateList;
  readonly keyring: Keyring;
  /** Whether the demonstration's resident lives here. */
  readonly demonstration: boolean;
  /** Whether every screen of an account finds something of everything here. */
  readonly everything: boolean;
}

/** How far ahead it stands who is at the desk. */
const DAYS_AHEAD = 10;

const yearsBefore = (date: string, years: number): string => {
  const day = date.slice(5) === '02-29' ? '02-28' : date.slice(5);
  return `${Number(date.slice(0, 4)) - years}-${day}`;
};

/** The committee with its people, offices and working time, ready to be written about. */
export function worldOf(plan: CommitteePlan, random: SeededRandom): World {
  const { unit, units } = plan;
  const desk = new DeskTime(plan.workingTime);
  const today = localDate(plan.now);
  const anchor = desk.openFrom(today);
  const first = plan.small ? addDays(today, -plan.small.days) : yearsBefore(today, plan.years);
  const days = desk.openDays(first, desk.move(anchor, DAYS_AHEAD));
  const staff = plan.staff.map((person) => actorOf(person, unit, units));
  const head = staff.find(({ roles }) => roles.includes('head'));
  if (head === undefined) throw new RangeError('这个居委会没有负责人');
  const offices = officesOf(unit, units, (office) => plan.officeStaff.get(office.id) ?? []);
  const everybody = [...staff, ...offices.flatMap((office) => office.staff)];
  // Not the accounts of the demonstration, nor whoever is at the desk.
  const colleagues = staff.slice(2);
  return {
    committee: unit,
    now: plan.now.getTime(),
    today,
    workingTime: plan.workingTime,
    desk,
    items: plan.items,
    certificates: plan.certificates,
    confirmed: confirmedOffices({ committee: unit, head, desk, today }, random.fork('confirmed')),
    subdistrict: units.find(({ id }) => id === unit.parentId)?.name ?? '',
    keyring: plan.keyring,
    sink: new RowSink(),
    staff,
    head,
    byId: new Map(everybody.map((actor) => [actor.staffId, actor])),
    offices,
    duties: dutiesOf(staff, days, anchor),
    awayToday: random.fork('away').pick(colleagues).staffId,
  };
}
