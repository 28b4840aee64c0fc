import { type Actor, type OrgNode, type Role, type ServiceLine, scopeOf } from '../org/index.ts';
import { openingHours, PROMISE_DEFAULTS, workCalendar } from '../promise/index.ts';
import { applyEvent } from './apply-event.ts';
import type { EventDraft } from './case-event.ts';
import type { CaseState } from './case-state.ts';
import type { CaseCommand, DecideContext } from './command.ts';
import { decide } from './decide.ts';
import { type RegisterCommand, register } from './register.ts';
import type { CaseActor } from './relations.ts';

/** Material for tests: two committees of a subdistrict with their people and offices, and steps through a case. */

type Staff = Extract<CaseActor, { kind: 'staff' }>;

export const TREE: readonly OrgNode[] = [
  { id: 'd', kind: 'district', parentId: null, name: '某区' },
  { id: 's', kind: 'subdistrict', parentId: 'd', name: '某街道' },
  { id: 'c1', kind: 'committee', parentId: 's', name: '林云居委会' },
  { id: 'c2', kind: 'committee', parentId: 's', name: '邻家居委会' },
  { id: 'o1', kind: 'department', parentId: 's', name: '服务办' },
  { id: 'o2', kind: 'department', parentId: 's', name: '平安办' },
  { id: 'z1', kind: 'centre', parentId: 's', name: '受理中心' },
];

function staff(
  staffId: string,
  orgId: string,
  roles: readonly Role[],
  serviceLines: readonly ServiceLine[] = [],
): Staff {
  const node = TREE.find((candidate) => candidate.id === orgId);
  if (node === undefined) throw new Error(`no organisation ${orgId}`);
  const actor: Actor = { staffId, name: staffId, orgId, orgKind: node.kind, roles, serviceLines };
  return { kind: 'staff', ...actor, orgName: node.name, scope: scopeOf(actor, TREE) };
}

export const people = {
  sun: staff('sun', 'c1', ['worker']),
  li: staff('li', 'c1', ['worker', 'lineOwner'], ['妇儿']),
  head: staff('head', 'c1', ['head']),
  neighbour: staff('neighbour', 'c2', ['worker']),
  neighbourHead: staff('neighbourHead', 'c2', ['head']),
  officer: staff('officer', 'o1', ['officer']),
  otherOfficer: staff('otherOfficer', 'o2', ['officer']),
  clerk: staff('clerk', 'z1', ['centreClerk']),
  street: staff('street', 's', ['subdistrictAdmin']),
  district: staff('district', 'd', ['districtAdmin']),
  auditor: staff('auditor', 's', ['auditor']),
  resident: { kind: 'resident', residentId: 'r1', name: '居民' },
  stranger: { kind: 'resident', residentId: 'r2', name: '居民' },
  job: { kind: 'job' },
} as const satisfies Record<string, CaseActor>;
export type Person = keyof typeof people;

export const context: DecideContext = {
  // November and December 2026 have no holiday: plain weeks, and an unknown year after them.
  calendar: workCalendar({ knownYears: [2026], days: [] }),
  hours: openingHours({
    periods: [
      {
        validFrom: '2020-01-01',
        bands: [1, 2, 3, 4, 5].flatMap((weekday) => [
          { weekday, from: '08:30', to: '11:30', byAppointment: false },
          { weekday, from: '13:30', to: '17:30', byAppointment: false },
        ]),
      },
    ],
  }),
  caseId: 'case-1',
  limitWorkingDays: 3,
  params: PROMISE_DEFAULTS,
  staff: (id) => {
    const found = Object.values(people).find(
      (person): person is Staff => person.kind === 'staff' && person.staffId === id,
    );
    return found === undefined
      ? undefined
      : {
          id,
          name: found.name,
          orgId: found.orgId,
          roles: found.roles,
          serviceLines: found.serviceLines ?? [],
        };
  },
  heads: [{ id: 'head', name: people.head.name }],
  danger: (code) =>
    ({
      gas: { code, confidential: false, mandatoryReport: false },
      'violence-minor': { code, confidential: true, mandatoryReport: true },
    })[code],
  office: (id) => {
    const node = TREE.find((candidate) => candidate.id === id);
    return node?.kind === 'department' || node?.kind === 'centre'
      ? { id, kind: node.kind, name: node.name }
      : undefined;
  },
};

export const pregnancyCard: NonNullable<RegisterCommand['item']> = {
  code: 'BJM-023',
  version: 1,
  serviceLine: '卫生健康与计生',
  materials: ['怀孕证明', '夫妻身份证与户口簿'],
};

export const MORNING = '2026-11-24T10:00:00+08:00';

/** A case that `sun` registered on Tuesday morning, 24 November 2026. */
export function opened(
  more: Partial<RegisterCommand> = {},
  ctx: DecideContext = context,
): CaseState {
  const command: RegisterCommand = {
    kind: 'application',
    title: '想办孕妇联系单',
    residentId: 'r1',
    item: pregnancyCard,
    ...more,
  };
  return apply(undefined, [register(command, people.sun, MORNING)], ctx);
}

/** The state after events, as the product derives it when they are written. */
export function apply(
  state: CaseState | undefined,
  drafts: readonly EventDraft[],
  ctx: DecideContext = context,
): CaseState {
  let next = state;
  for (const draft of drafts) next = applyEvent(next, draft, ctx);
  if (next === undefined) throw new Error('no events');
  return next;
}

/** One step by somebody at a time, on the state before. */
export function stepBy(
  state: CaseState,
  person: Person,
  command: CaseCommand,
  now: string = MORNING,
  ctx: DecideContext = context,
): CaseState {
  return apply(state, decide(state, command, people[person], now, ctx), ctx);
}
