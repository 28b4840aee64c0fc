import { type CaseEnding, type CaseStatus, type EventType, isLate } from '../reception/index.ts';
import type { InstantText } from '../shared/index.ts';

/** Of a case, what may be said to whoever holds its code: no name, no word, no matter. */
export interface TrackFacts {
  readonly status: CaseStatus;
  readonly ending: CaseEnding | null;
  readonly dueAt: InstantText | null;
  readonly dueKind: 'accept' | 'limit' | 'resident' | null;
  readonly uncertainDue: boolean;
  readonly silenceUntil: InstantText | null;
  /** By when the resident is to be told what another office answered; null where he was, or need not be. */
  readonly tellBy: InstantText | null;
  /** `YYYY-MM-DD` */
  readonly reopenUntil: string | null;
  readonly events: readonly { readonly type: EventType; readonly at: InstantText }[];
}

/** The steps that are a resident's business, each in a sentence. What is not named stays inside the office. */
export const STEP_SENTENCES = {
  register: '您的事已经登记',
  accept: '开始办了',
  'ask-materials': '还缺材料,请您补来',
  'receive-materials': '材料收到了,接着办',
  refer: '已转到有关单位办,居委会继续跟着',
  dispatch: '已安排人来办',
  'take-back': '回到居委会接着办',
  answer: '有答复了',
  tell: '答复已经告诉您',
  confirm: '您说办好了',
  contest: '您说还没办好,接着办',
  refuse: '这里办不了,已告诉您可以找谁',
  transfer: '已移交给其他单位',
  withdraw: '您说不办了',
  close: '已经结束',
  duplicate: '和另一件合在一起办',
  reopen: '又接着办了',
  extend: '回话的日子改了',
} as const satisfies Partial<Record<EventType, string>>;
export type TrackStep = keyof typeof STEP_SENTENCES;

/** Where it stands, in the words of whoever waits; a closed case by its ending. */
export const NOW_SENTENCES = {
  registered: '已登记,很快开始办',
  accepted: '正在办',
  'waiting-resident': '等您补材料',
  referred: '有关单位正在办',
  dispatched: '已安排人办',
  answered: '已答复',
  'to-tell': '有答复了,我们来告诉您',
  contested: '正在重新办',
  settled: '已办好',
  confirmed: '已办好',
  unconfirmed: '已答复,已结束',
  transferred: '已移交给其他单位',
  refused: '这里办不了',
  withdrawn: '已按您的意思结束',
  duplicate: '合在另一件里办',
} as const satisfies Record<Exclude<CaseStatus, 'closed'> | CaseEnding | 'to-tell', string>;

/**
 * What is promised next. `accept`, `answer`: by when at the latest; `late`: that time has passed; `waiting`: the clock
 * stands until the papers are here; `tell`: by when an office's answer is told; `reply`: silence until then ends it; `reopen`: until then it may be taken up again.
 */
export interface TrackPromise {
  readonly kind: 'accept' | 'answer' | 'late' | 'waiting' | 'tell' | 'reply' | 'reopen';
  /** An instant, or a date for `reopen`; null for `waiting`. */
  readonly at: string | null;
  /** The calendar of that year is not known yet: an estimate. */
  readonly about: boolean;
}

/** What is told to whoever follows a case, by codes. */
export interface Told {
  readonly now: keyof typeof NOW_SENTENCES;
  readonly steps: readonly { readonly step: TrackStep; readonly at: InstantText }[];
  readonly promise: TrackPromise | null;
}

const isTold = (type: EventType): type is TrackStep => Object.hasOwn(STEP_SENTENCES, type);

/** Turns the facts of a case into what is told. Pure; `now` decides what is late. */
export function toldOf(facts: TrackFacts, now: InstantText): Told {
  return {
    now: nowOf(facts),
    steps: facts.events.flatMap(({ type, at }) => (isTold(type) ? [{ step: type, at }] : [])),
    promise: promiseOf(facts, now),
  };
}

function nowOf({ status, ending, tellBy }: TrackFacts): Told['now'] {
  if (status === 'closed') return ending ?? 'unconfirmed';
  return status === 'answered' && tellBy !== null ? 'to-tell' : status;
}

function promiseOf(facts: TrackFacts, now: InstantText): TrackPromise | null {
  const { status, dueAt, uncertainDue: about } = facts;
  if (status === 'closed')
    return facts.reopenUntil === null ? null : { kind: 'reopen', at: facts.reopenUntil, about };
  if (status === 'answered' && facts.tellBy !== null)
    return { kind: 'tell', at: facts.tellBy, about };
  if (status === 'answered')
    return facts.silenceUntil === null ? null : { kind: 'reply', at: facts.silenceUntil, about };
  if (status === 'waiting-resident') return { kind: 'waiting', at: null, about: false };
  if (dueAt === null) return null;
  if (isLate(facts, now)) return { kind: 'late', at: dueAt, about };
  return { kind: facts.dueKind === 'accept' ? 'accept' : 'answer', at: dueAt, about };
}
