import { v7 as uuidv7 } from 'uuid';
import type { Step } from './desk.ts';

/** The contract's table of transitions, copied from its text and from nowhere else. */
export const STATUSES = [
  'registered',
  'accepted',
  'waiting-resident',
  'referred',
  'dispatched',
  'answered',
  'contested',
  'closed',
] as const;
export type Status = (typeof STATUSES)[number];

const OPEN: readonly Status[] = STATUSES.filter((status) => status !== 'closed');

/** `worker`: anybody who works in the committee; `sees`: whoever sees the case. */
export type Who = 'worker' | 'handler' | 'first-asked' | 'head' | 'sees';

interface Row {
  readonly from: readonly Status[];
  /** Undefined: the status stays. */
  readonly to?: Status;
  readonly ending?: string;
  readonly who: readonly Who[];
}

export const MODEL = {
  accept: { from: ['registered'], to: 'accepted', who: ['worker'] },
  'ask-materials': { from: ['accepted'], to: 'waiting-resident', who: ['handler'] },
  'receive-materials': { from: ['waiting-resident'], to: 'accepted', who: ['worker'] },
  refer: { from: ['accepted'], to: 'referred', who: ['handler'] },
  dispatch: { from: ['accepted'], to: 'dispatched', who: ['handler'] },
  'take-back': { from: ['referred', 'dispatched'], to: 'accepted', who: ['first-asked', 'head'] },
  answer: {
    from: ['accepted', 'referred', 'dispatched', 'contested'],
    to: 'answered',
    who: ['handler'],
  },
  confirm: { from: ['answered'], to: 'closed', ending: 'confirmed', who: ['worker'] },
  contest: { from: ['answered'], to: 'contested', who: ['worker'] },
  refuse: { from: ['registered', 'accepted'], to: 'closed', ending: 'refused', who: ['handler'] },
  transfer: { from: OPEN, to: 'closed', ending: 'transferred', who: ['head'] },
  withdraw: { from: OPEN, to: 'closed', ending: 'withdrawn', who: ['worker'] },
  close: { from: OPEN, to: 'closed', ending: 'unconfirmed', who: ['head'] },
  duplicate: { from: OPEN, to: 'closed', ending: 'duplicate', who: ['first-asked', 'head'] },
  reopen: { from: ['closed'], to: 'accepted', who: ['worker', 'head'] },
  extend: { from: OPEN, who: ['head'] },
  assign: { from: OPEN, who: ['head'] },
  note: { from: STATUSES, who: ['sees'] },
  rate: { from: STATUSES, who: ['sees'] },
  contact: { from: OPEN, who: ['worker'] },
  call: { from: STATUSES, who: ['worker', 'handler'] },
  alarm: { from: OPEN, who: ['handler', 'first-asked', 'head'] },
  'must-report': { from: OPEN, who: ['worker', 'handler'] },
} as const satisfies Record<string, Row>;

export type EventType = keyof typeof MODEL;
export const TYPES = Object.keys(MODEL) as EventType[];
export const rowOf = (type: EventType): Row => MODEL[type];

/** What a well-formed event may refer to. */
export interface World {
  readonly centreId: string;
  readonly otherCaseId: string;
  readonly colleagueId: string;
}

const MATERIALS = [{ name: '居住地址', copies: 1 }];

/** A well-formed event of each type, for somebody of the committee. */
export const wellFormed = (type: EventType, world: World): Step => {
  const data: Record<EventType, object | undefined> = {
    accept: undefined,
    'ask-materials': { materials: MATERIALS },
    'receive-materials': { materials: MATERIALS },
    refer: { to: { kind: 'centre', id: world.centreId } },
    dispatch: { provider: { kind: 'provider', name: '邻里家电维修', phone: '13800000002' } },
    'take-back': undefined,
    answer: { answer: '已经办好' },
    confirm: { how: 'phone' },
    contest: { how: 'phone' },
    refuse: { reason: '不归居委', instead: { office: '派出所' } },
    transfer: { to: { kind: 'centre', id: world.centreId } },
    withdraw: undefined,
    close: { reason: 'unreachable', tries: 3 },
    duplicate: { of: world.otherCaseId },
    reopen: { how: 'desk' },
    extend: { until: '2026-12-31', reason: '等外区回函', approvedBy: '李建国' },
    assign: { firstAsked: world.colleagueId, reason: '轮休' },
    note: undefined,
    rate: { score: 4, of: 5 },
    contact: { phone: '13800000055' },
    call: { whom: 'policeOfficer', number: '110' },
    alarm: { danger: 'fall' },
    'must-report': undefined,
  };
  return {
    id: uuidv7(),
    type,
    note: '按规定办理',
    ...(data[type] === undefined ? {} : { data: data[type] }),
  };
};

/** How a case gets into a status, by the worker first asked. */
export const PATHS: Readonly<Record<Status, readonly EventType[]>> = {
  registered: [],
  accepted: ['accept'],
  'waiting-resident': ['accept', 'ask-materials'],
  referred: ['accept', 'refer'],
  dispatched: ['accept', 'dispatch'],
  answered: ['accept', 'answer'],
  contested: ['accept', 'answer', 'contest'],
  closed: ['accept', 'answer', 'confirm'],
};
