import { addDays } from '../shared/index.ts';
import type { CaseCommand } from './command.ts';
import type { Person } from './example-case.ts';
import type { PostableType } from './index.ts';

/*
 * The transitions against a slow and obvious model, written from the table of the public contract line by line and
 * sharing nothing with the code: it keeps its own few facts and says for every step whether it goes and whereto.
 */

export interface Model {
  status: string;
  ending: string | null;
  firstAsked: string;
  handler: string;
  answeredOn: string;
  closedOn: string;
  handOver: boolean;
  known: boolean;
  /** An office answered, and nobody has told the resident. */
  toTell: boolean;
  urgent: boolean;
  /** `open`: the police must be told. It hides the case. */
  duty: 'none' | 'open' | 'done';
  sharedWithLi: boolean;
}

type Verdict = 'conflict' | 'forbidden' | 'ok';

const COMMITTEE: readonly Person[] = ['sun', 'li', 'head'];

/** Valid data for every type, so that only status and person decide. */
export const COMMANDS: Record<Exclude<PostableType, 'extend'>, CaseCommand> = {
  accept: { type: 'accept' },
  'ask-materials': {
    type: 'ask-materials',
    data: { materials: [{ name: '怀孕证明', copies: 1 }] },
  },
  'receive-materials': {
    type: 'receive-materials',
    data: { materials: [{ name: '怀孕证明', copies: 1 }] },
  },
  refer: { type: 'refer', data: { to: { kind: 'department', id: 'o1' } } },
  dispatch: { type: 'dispatch', data: { provider: { name: '王师傅', phone: '021-65550000' } } },
  'take-back': { type: 'take-back', note: '收回' },
  answer: { type: 'answer', data: { answer: '办好了' } },
  confirm: { type: 'confirm', data: { how: 'desk' } },
  contest: { type: 'contest', note: '不对' },
  refuse: { type: 'refuse', data: { reason: '不归居委', instead: { office: '公证处' } } },
  transfer: { type: 'transfer', note: '移交', data: { to: { office: '区残联' } } },
  withdraw: { type: 'withdraw' },
  close: { type: 'close', data: { reason: 'died' } },
  duplicate: { type: 'duplicate', data: { of: 'case-2' } },
  reopen: { type: 'reopen', note: '没修好', data: { how: 'phone' } },
  assign: { type: 'assign', data: { handler: 'li', reason: '她熟' } },
  note: { type: 'note', note: '记一下' },
  rate: { type: 'rate', data: { score: 4, of: 5 } },
  contact: { type: 'contact', data: { phone: '13800000001' } },
  tell: { type: 'tell', data: { how: 'phone' } },
  call: { type: 'call', data: { whom: 'police', number: '110' } },
  alarm: { type: 'alarm' },
  'all-clear': { type: 'all-clear', note: '问清楚了,没有危险' },
  'must-report': { type: 'must-report' },
  report: { type: 'report', data: { reported: true, to: '派出所', number: '110' } },
  share: { type: 'share', data: { staff: 'li' } },
  unshare: { type: 'unshare', data: { staff: 'li' } },
};

function sees(model: Model, who: Person): boolean {
  if (who === 'job') return true;
  if (model.duty !== 'none' && who === 'street') return false;
  if (model.duty !== 'none' && who === 'li') return model.handler === 'li' || model.sharedWithLi;
  if (COMMITTEE.includes(who)) return true;
  if (who === 'street') return true;
  if (who === 'resident') return model.known;
  if (who === 'officer') return model.handler === 'office';
  return false;
}

function isHandler(model: Model, who: Person): boolean {
  if (model.handler === 'office') return who === 'officer';
  if (model.handler === 'provider') return who === 'head' || who === model.firstAsked;
  return who === model.handler;
}

/** Somebody before a step, and what he is to the case. */
interface Asked {
  readonly model: Model;
  readonly who: Person;
  readonly today: string;
  readonly open: boolean;
  /** Nothing stands in the way of an end. */
  readonly mayEnd: boolean;
  readonly worker: boolean;
  readonly resident: boolean;
  readonly head: boolean;
  readonly firstAsked: boolean;
  readonly handler: boolean;
}

const goes = (from: boolean, may: boolean): Verdict => {
  if (!from) return 'conflict';
  return may ? 'ok' : 'forbidden';
};

const oneOf = (status: string, ...from: string[]): boolean => from.includes(status);

const JUDGES: Record<PostableType, (asked: Asked) => Verdict> = {
  accept: ({ model, worker }) => goes(model.status === 'registered', worker),
  'ask-materials': ({ model, handler }) => goes(model.status === 'accepted', handler),
  'receive-materials': ({ model, resident, worker }) =>
    goes(model.status === 'waiting-resident', resident || worker),
  refer: ({ model, handler }) => goes(model.status === 'accepted', handler),
  dispatch: ({ model, handler }) => goes(model.status === 'accepted', handler),
  'take-back': ({ model, firstAsked }) =>
    goes(oneOf(model.status, 'referred', 'dispatched'), firstAsked),
  answer: ({ model, handler }) =>
    goes(oneOf(model.status, 'accepted', 'referred', 'dispatched', 'contested'), handler),
  confirm: ({ model, mayEnd, resident, worker }) =>
    goes(model.status === 'answered' && mayEnd, resident || worker),
  contest: ({ model, resident, worker }) => goes(model.status === 'answered', resident || worker),
  refuse: ({ model, mayEnd, handler }) =>
    goes(oneOf(model.status, 'registered', 'accepted') && mayEnd, handler),
  transfer: ({ mayEnd, head }) => goes(mayEnd, head),
  withdraw: ({ mayEnd, resident, worker }) => goes(mayEnd, resident || worker),
  close: ({ model, mayEnd, head, who, today }) => {
    if (!mayEnd) return 'conflict';
    if (head) return 'ok';
    if (who !== 'job') return 'forbidden';
    // Answered on a day, the fifth working day after it is over.
    if (model.status !== 'answered' || model.toTell) return 'conflict';
    return workingDaysAfter(model.answeredOn, today) > 5 ? 'ok' : 'conflict';
  },
  duplicate: ({ mayEnd, firstAsked }) => goes(mayEnd, firstAsked),
  reopen: ({ model, open, head, resident, worker, today }) => {
    if (open) return 'conflict';
    if (head) return 'ok';
    if (!resident && !worker) return 'forbidden';
    return dayDifference(model.closedOn, today) <= 30 ? 'ok' : 'forbidden';
  },
  extend: ({ open, head }) => goes(open, head),
  assign: ({ model, open, head, handler }) => goes(open, head || (handler && model.handOver)),
  contact: ({ open, worker }) => goes(open, worker),
  tell: ({ model, worker }) => goes(model.status === 'answered' && model.toTell, worker),
  call: ({ worker, handler }) => goes(true, worker || handler),
  alarm: ({ model, open, handler, firstAsked }) =>
    goes(open && !model.urgent, handler || firstAsked),
  'all-clear': ({ model, open, handler, firstAsked }) =>
    goes(open && model.urgent, handler || firstAsked),
  'must-report': ({ model, open, worker, handler }) =>
    goes(open && model.duty === 'none', worker || handler),
  report: ({ model, open, worker }) => goes(open && model.duty !== 'none', worker),
  share: ({ model, firstAsked }) => goes(model.duty !== 'none', firstAsked),
  unshare: ({ model, firstAsked }) => goes(model.sharedWithLi, firstAsked),
  note: ({ who }) => goes(true, who !== 'job'),
  rate: ({ who }) => goes(true, who !== 'job'),
};

export function judge(model: Model, type: PostableType, who: Person, today: string): Verdict {
  if (!sees(model, who)) return 'forbidden';
  const open = model.status !== 'closed';
  return JUDGES[type]({
    model,
    who,
    today,
    open,
    mayEnd: open && model.duty !== 'open',
    worker: COMMITTEE.includes(who),
    resident: who === 'resident' && model.known,
    head: who === 'head',
    firstAsked: who === 'head' || who === model.firstAsked,
    handler: isHandler(model, who),
  });
}

const ended = (ending: string, closedOn: string): Partial<Model> => ({
  status: 'closed',
  ending,
  closedOn,
});

/** What each step changes; those that change nothing of the model are left out. */
const FOLLOW: Partial<
  Record<PostableType, (model: Model, who: Person, today: string) => Partial<Model>>
> = {
  accept: (_, who) => ({ status: 'accepted', handler: who }),
  'ask-materials': () => ({ status: 'waiting-resident' }),
  'receive-materials': () => ({ status: 'accepted' }),
  refer: () => ({ status: 'referred', handler: 'office' }),
  dispatch: () => ({ status: 'dispatched', handler: 'provider' }),
  'take-back': (model) => ({ status: 'accepted', handler: model.firstAsked }),
  answer: (model, _, today) => ({
    status: 'answered',
    answeredOn: today,
    toTell: model.handler === 'office',
  }),
  tell: (_, __, today) => ({ toTell: false, answeredOn: today }),
  confirm: (_, __, today) => ended('confirmed', today),
  contest: () => ({ status: 'contested' }),
  refuse: (_, __, today) => ended('refused', today),
  transfer: (_, __, today) => ended('transferred', today),
  withdraw: (_, __, today) => ended('withdrawn', today),
  close: (_, __, today) => ended('unconfirmed', today),
  duplicate: (_, __, today) => ended('duplicate', today),
  reopen: (model) => ({
    status: 'accepted',
    ending: null,
    handler: oneOf(model.handler, 'office', 'provider') ? model.firstAsked : model.handler,
  }),
  assign: () => ({ handler: 'li' }),
  alarm: () => ({ urgent: true }),
  'all-clear': () => ({ urgent: false }),
  'must-report': () => ({ duty: 'open' }),
  report: () => ({ duty: 'done' }),
  share: () => ({ sharedWithLi: true }),
  unshare: () => ({ sharedWithLi: false }),
};

export function follow(model: Model, type: PostableType, who: Person, today: string): void {
  Object.assign(model, FOLLOW[type]?.(model, who, today));
}

/** Monday to Friday; the walk below stays in weeks of 2026 without holidays. */
function workingDaysAfter(from: string, to: string): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    const day = new Date(`${date}T00:00:00Z`).getUTCDay();
    if (day !== 0 && day !== 6) count += 1;
  }
  return count;
}

function dayDifference(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
