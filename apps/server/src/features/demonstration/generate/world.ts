import type { LocalCertificate } from '@qzt/domain/certificate';
import type { ServiceLine } from '@qzt/domain/org';
import { scopeOf } from '@qzt/domain/org';
import type { WorkingTime } from '@qzt/domain/promise';
import type { CaseActor, OfficeFact, StaffFact } from '@qzt/domain/reception';
import type { Unit } from '../../../platform/actor.ts';
import type { Keyring } from '../../../platform/keys/index.ts';
import type { ItemVersion } from '../../catalogue/index.ts';
import type { CertificateList } from '../../certificate/index.ts';
import type { DemoStaff } from '../organisation.ts';
import type { DeskTime } from './desk-time.ts';
import type { RowSink } from './row-sink.ts';
import { linesOfOffice } from './staff.ts';

export type StaffActor = Extract<CaseActor, { kind: 'staff' }>;

/** Everything that the history of one committee is written from. */
export interface World {
  readonly committee: Unit;
  readonly now: number;
  readonly today: string;
  readonly workingTime: WorkingTime;
  readonly desk: DeskTime;
  readonly items: ReadonlyMap<string, ItemVersion>;
  readonly certificates: CertificateList;
  /** What the head has confirmed of the papers of the lists. */
  readonly confirmed: readonly ConfirmedOffice[];
  /** The name of the subdistrict above. */
  readonly subdistrict: string;
  readonly keyring: Keyring;
  readonly sink: RowSink;
  /** The committee's people; the first is at the desk today, the second is the head. */
  readonly staff: readonly StaffActor[];
  readonly head: StaffActor;
  /** Everybody who may act, by id: the committee and the offices. */
  readonly byId: ReadonlyMap<string, StaffActor>;
  readonly offices: readonly Office[];
  /** Who is at the desk on each open day of the history and of the next days. */
  readonly duties: ReadonlyMap<string, Duty>;
  /** Who is away for the whole of today. */
  readonly awayToday: string;
}

/** What the head of an invented committee has confirmed of one paper. */
export type ConfirmedOffice = LocalCertificate & { readonly code: string };

export interface Office extends OfficeFact {
  readonly level: 'subdistrict' | 'district';
  readonly lines: readonly ServiceLine[];
  readonly staff: readonly StaffActor[];
}

/** Somebody as the rules of a case know him. */
export const actorOf = (person: DemoStaff, org: Unit, units: readonly Unit[]): StaffActor => {
  const actor = {
    staffId: person.id,
    name: person.name,
    orgId: org.id,
    orgKind: org.kind,
    roles: person.roles,
    serviceLines: person.serviceLines,
  };
  return { kind: 'staff', ...actor, orgName: org.name, scope: scopeOf(actor, units) };
};

export const factOf = (actor: StaffActor): StaffFact => ({
  id: actor.staffId,
  name: actor.name,
  orgId: actor.orgId,
  roles: actor.roles,
  serviceLines: actor.serviceLines ?? [],
});

/** The offices that a case of a committee can go to: those of its subdistrict, and of the district above. */
export function officesOf(
  committee: Unit,
  units: readonly Unit[],
  staffOf: (unit: Unit) => readonly DemoStaff[],
): Office[] {
  const subdistrict = units.find(({ id }) => id === committee.parentId);
  return units.flatMap((unit) => {
    if (unit.kind !== 'department' && unit.kind !== 'centre') return [];
    if (unit.parentId !== subdistrict?.id && unit.parentId !== subdistrict?.parentId) return [];
    return [
      {
        id: unit.id,
        kind: unit.kind,
        name: unit.name,
        level: unit.parentId === subdistrict?.id ? ('subdistrict' as const) : ('district' as const),
        lines: linesOfOffice(unit),
        staff: staffOf(unit).map((person) => actorOf(person, unit, units)),
      },
    ];
  });
}

/** The worker of a committee who knows a line best. */
export const lineOwnerOf = (world: World, line: ServiceLine | null): StaffActor | undefined =>
  world.staff.find(
    ({ roles, serviceLines }) =>
      roles.includes('lineOwner') && line !== null && serviceLines?.includes(line),
  );

/** Who is at the desk: the first place and the second. */
export type Duty = readonly [primary: StaffActor, backup: StaffActor];

/** The duties of open days by turns, so that the first of the staff has the first place on the anchor day. */
export function dutiesOf(
  staff: readonly StaffActor[],
  days: readonly string[],
  anchor: string,
): Map<string, Duty> {
  const at = days.indexOf(anchor);
  const place = (turn: number): StaffActor => {
    const one = staff[((turn % staff.length) + staff.length) % staff.length];
    if (one === undefined) throw new RangeError('这个居委会没有工作人员');
    return one;
  };
  return new Map(days.map((day, index) => [day, [place(at - index), place(at - index + 1)]]));
}
