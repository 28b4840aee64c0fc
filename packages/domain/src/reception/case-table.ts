import { type CaseEnding, type CaseStatus, OPEN_STATUSES, STATUSES } from './vocabulary.ts';

/**
 * What somebody is to a case. `any`: whoever may see it. `worker`: anybody who works for the case's committee.
 * `firstAsked` includes the head, who may do whatever the worker first asked may.
 */
export type Relation = 'worker' | 'handler' | 'firstAsked' | 'head' | 'resident' | 'job' | 'any';

export const EVENT_TYPES = [
  'register',
  'accept',
  'ask-materials',
  'receive-materials',
  'refer',
  'dispatch',
  'take-back',
  'answer',
  'confirm',
  'contest',
  'refuse',
  'transfer',
  'withdraw',
  'close',
  'duplicate',
  'reopen',
  'extend',
  'assign',
  'note',
  'rate',
  'contact',
  'tell',
  'call',
  'alarm',
  'all-clear',
  'must-report',
  'report',
  'share',
  'unshare',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];
/** What may be asked for by an event; `register` is made when a case is opened. */
export type PostableType = Exclude<EventType, 'register'>;

export interface CaseRow {
  readonly label: string;
  readonly from: readonly CaseStatus[];
  readonly to: CaseStatus | 'same';
  readonly ending?: CaseEnding;
  readonly who: readonly Relation[];
  /** Paths that must be filled (`note`, or below `data`), whoever acts. */
  readonly required: readonly string[];
  /** Paths that must be filled besides where a worker speaks for the resident. */
  readonly requiredForResident?: readonly string[];
}

const closes = { to: 'closed' } as const;

/**
 * The transitions of a case, row by row those of the public contract, and the one place where they stand: the server
 * refuses by it and the screens offer by it. Conditions that need more than status and person (time limits, a
 * `handOver` item, the reason of a closing) are in `permits`; the rules on data are in `data-rules.ts`.
 *
 * `tell` is ours (the contract allows further types): an office's answer stays a promise of the worker first asked until
 * the resident heard it. Ours too: `call` (whom one called), `alarm` and `all-clear` (danger, and that it is none),
 * `must-report` and `report`: the duty to report violence against a minor or a person without capacity (Anti-Domestic
 * Violence Law art. 14, official-national), `share` and `unshare`: who else may know of a confidential case.
 */
export const CASE_TABLE = {
  register: { label: '登记', from: [], to: 'registered', who: [], required: [] },
  accept: { label: '受理', from: ['registered'], to: 'accepted', who: ['worker'], required: [] },
  'ask-materials': {
    label: '请居民补材料',
    from: ['accepted'],
    to: 'waiting-resident',
    who: ['handler'],
    required: ['data.materials'],
  },
  'receive-materials': {
    label: '收到材料',
    from: ['waiting-resident'],
    to: 'accepted',
    who: ['resident', 'worker'],
    required: ['data.materials'],
  },
  refer: {
    label: '转办',
    from: ['accepted'],
    to: 'referred',
    who: ['handler'],
    required: ['data.to.kind', 'data.to.id'],
  },
  dispatch: {
    label: '派单',
    from: ['accepted'],
    to: 'dispatched',
    who: ['handler'],
    required: ['data.provider.phone'],
  },
  'take-back': {
    label: '收回',
    from: ['referred', 'dispatched'],
    to: 'accepted',
    who: ['firstAsked', 'head'],
    required: ['note'],
  },
  answer: {
    label: '答复',
    from: ['accepted', 'referred', 'dispatched', 'contested'],
    to: 'answered',
    who: ['handler'],
    required: ['data.answer'],
  },
  confirm: {
    label: '居民确认',
    ...closes,
    from: ['answered'],
    ending: 'confirmed',
    who: ['resident', 'worker'],
    required: [],
    requiredForResident: ['data.how'],
  },
  contest: {
    label: '居民有异议',
    from: ['answered'],
    to: 'contested',
    who: ['resident', 'worker'],
    required: ['note'],
  },
  refuse: {
    label: '不予办理',
    ...closes,
    from: ['registered', 'accepted'],
    ending: 'refused',
    who: ['handler'],
    required: ['data.reason', 'data.instead.office'],
  },
  transfer: {
    label: '移交',
    ...closes,
    from: OPEN_STATUSES,
    ending: 'transferred',
    who: ['head'],
    required: ['data.to', 'note'],
  },
  withdraw: {
    label: '居民撤回',
    ...closes,
    from: OPEN_STATUSES,
    ending: 'withdrawn',
    who: ['resident', 'worker'],
    required: [],
  },
  // The ending is `settled` where nobody is to be asked about an answer; from a status other than `answered` a reason.
  close: {
    label: '结束',
    ...closes,
    from: OPEN_STATUSES,
    ending: 'unconfirmed',
    who: ['job', 'head'],
    required: [],
  },
  duplicate: {
    label: '并入重复办件',
    ...closes,
    from: OPEN_STATUSES,
    ending: 'duplicate',
    who: ['firstAsked', 'head'],
    required: ['data.of'],
  },
  reopen: {
    label: '重新办理',
    from: ['closed'],
    to: 'accepted',
    who: ['resident', 'worker', 'head'],
    required: ['note'],
    requiredForResident: ['data.how'],
  },
  extend: {
    label: '延期',
    from: OPEN_STATUSES,
    to: 'same',
    who: ['head'],
    required: ['data.until', 'data.reason', 'data.approvedBy'],
  },
  assign: {
    label: '改派',
    from: OPEN_STATUSES,
    to: 'same',
    who: ['head', 'handler'],
    required: ['data.reason'],
  },
  note: { label: '备注', from: STATUSES, to: 'same', who: ['any'], required: ['note'] },
  rate: {
    label: '评价',
    from: STATUSES,
    to: 'same',
    who: ['any'],
    required: ['data.score', 'data.of'],
  },
  tell: {
    label: '已告诉居民',
    from: ['answered'],
    to: 'same',
    who: ['worker'],
    required: ['data.how'],
  },
  call: {
    label: '记下拨打的电话',
    from: STATUSES,
    to: 'same',
    who: ['worker', 'handler'],
    required: ['data.whom'],
  },
  alarm: {
    label: '标为应急',
    from: OPEN_STATUSES,
    to: 'same',
    who: ['handler', 'firstAsked'],
    required: [],
  },
  'all-clear': {
    label: '不是急事',
    from: OPEN_STATUSES,
    to: 'same',
    who: ['handler', 'firstAsked'],
    required: ['note'],
  },
  'must-report': {
    label: '标为须强制报告',
    from: OPEN_STATUSES,
    to: 'same',
    who: ['worker', 'handler'],
    required: [],
  },
  // Ours: whom to tell, where nobody could be told when the case was opened.
  contact: {
    label: '补联系方式',
    from: OPEN_STATUSES,
    to: 'same',
    who: ['worker'],
    required: ['data.phone'],
  },
  report: {
    label: '强制报告',
    from: OPEN_STATUSES,
    to: 'same',
    who: ['worker'],
    required: ['data.reported'],
  },
  share: {
    label: '让一位同事知情',
    from: STATUSES,
    to: 'same',
    who: ['firstAsked'],
    required: ['data.staff'],
  },
  unshare: {
    label: '不再让他知情',
    from: STATUSES,
    to: 'same',
    who: ['firstAsked'],
    required: ['data.staff'],
  },
} as const satisfies Record<EventType, CaseRow>;

/** The row of an event type, in its general shape. */
export function rowOf(type: EventType): CaseRow {
  return CASE_TABLE[type];
}
