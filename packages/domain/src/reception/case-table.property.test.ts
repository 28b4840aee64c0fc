import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, DomainError, formatOffset, localDate, millisecondsOf } from '../shared/index.ts';
import type { CaseCommand } from './command.ts';
import { decide } from './decide.ts';
import { apply, context, MORNING, opened, type Person, people } from './example-case.ts';
import { allowedActions, type CaseState, EVENT_TYPES, type PostableType } from './index.ts';

/*
 * The transitions against a slow and obvious model, written from the table of the public contract as plain ifs and
 * sharing nothing with the code: it keeps its own few facts and says for every step whether it goes and whereto.
 */

interface Model {
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
}

type Verdict = 'conflict' | 'forbidden' | 'ok';

const COMMITTEE: readonly Person[] = ['sun', 'li', 'head'];

/** Valid data for every type, so that only status and person decide. */
const COMMANDS: Record<Exclude<PostableType, 'extend'>, CaseCommand> = {
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
  report: { type: 'report', data: { reported: true } },
};

function sees(model: Model, who: Person): boolean {
  if (who === 'job') return true;
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

function judge(model: Model, type: PostableType, who: Person, today: string): Verdict {
  const open = model.status !== 'closed';
  const worker = COMMITTEE.includes(who);
  const resident = who === 'resident' && model.known;
  const head = who === 'head';
  const firstAsked = head || who === model.firstAsked;
  const handler = isHandler(model, who);
  if (!sees(model, who)) return 'forbidden';
  const goes = (from: boolean, may: boolean): Verdict => {
    if (!from) return 'conflict';
    return may ? 'ok' : 'forbidden';
  };
  const { status } = model;
  if (type === 'accept') return goes(status === 'registered', worker);
  if (type === 'ask-materials') return goes(status === 'accepted', handler);
  if (type === 'receive-materials') return goes(status === 'waiting-resident', resident || worker);
  if (type === 'refer') return goes(status === 'accepted', handler);
  if (type === 'dispatch') return goes(status === 'accepted', handler);
  if (type === 'take-back') {
    return goes(status === 'referred' || status === 'dispatched', firstAsked);
  }
  if (type === 'answer') {
    const from =
      status === 'accepted' ||
      status === 'referred' ||
      status === 'dispatched' ||
      status === 'contested';
    return goes(from, handler);
  }
  if (type === 'confirm') return goes(status === 'answered', resident || worker);
  if (type === 'contest') return goes(status === 'answered', resident || worker);
  if (type === 'refuse') return goes(status === 'registered' || status === 'accepted', handler);
  if (type === 'transfer') return goes(open, head);
  if (type === 'withdraw') return goes(open, resident || worker);
  if (type === 'close') {
    if (!open) return 'conflict';
    if (head) return 'ok';
    if (who !== 'job') return 'forbidden';
    // Answered on a day, the fifth working day after it is over.
    if (status !== 'answered' || model.toTell) return 'conflict';
    return workingDaysAfter(model.answeredOn, today) > 5 ? 'ok' : 'conflict';
  }
  if (type === 'duplicate') return goes(open, firstAsked);
  if (type === 'reopen') {
    if (open) return 'conflict';
    if (head) return 'ok';
    if (!resident && !worker) return 'forbidden';
    return dayDifference(model.closedOn, today) <= 30 ? 'ok' : 'forbidden';
  }
  if (type === 'extend') return goes(open, head);
  if (type === 'assign') return goes(open, head || (handler && model.handOver));
  if (type === 'contact') return goes(open, worker);
  if (type === 'tell') return goes(status === 'answered' && model.toTell, worker);
  if (type === 'note') return who === 'job' ? 'forbidden' : 'ok';
  if (type === 'rate') return who === 'job' ? 'forbidden' : 'ok';
  return 'conflict';
}

function follow(model: Model, type: PostableType, who: Person, today: string): void {
  const end = (ending: string) => {
    model.status = 'closed';
    model.ending = ending;
    model.closedOn = today;
  };
  if (type === 'accept') {
    model.status = 'accepted';
    model.handler = who;
  }
  if (type === 'ask-materials') model.status = 'waiting-resident';
  if (type === 'receive-materials') model.status = 'accepted';
  if (type === 'refer') {
    model.status = 'referred';
    model.handler = 'office';
  }
  if (type === 'dispatch') {
    model.status = 'dispatched';
    model.handler = 'provider';
  }
  if (type === 'take-back') {
    model.status = 'accepted';
    model.handler = model.firstAsked;
  }
  if (type === 'answer') {
    model.status = 'answered';
    model.answeredOn = today;
    model.toTell = model.handler === 'office';
  }
  if (type === 'tell') {
    model.toTell = false;
    model.answeredOn = today;
  }
  if (type === 'confirm') end('confirmed');
  if (type === 'contest') model.status = 'contested';
  if (type === 'refuse') end('refused');
  if (type === 'transfer') end('transferred');
  if (type === 'withdraw') end('withdrawn');
  if (type === 'close') end('unconfirmed');
  if (type === 'duplicate') end('duplicate');
  if (type === 'reopen') {
    model.status = 'accepted';
    model.ending = null;
    if (model.handler === 'office' || model.handler === 'provider')
      model.handler = model.firstAsked;
  }
  if (type === 'assign') model.handler = 'li';
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

const postable = EVENT_TYPES.filter((type) => type !== 'register');
const everybody = Object.keys(people) as Person[];
const someStep = fc.record({
  type: fc.constantFrom(...postable),
  who: fc.constantFrom(...everybody),
  // Most random steps are refused; every other one is therefore taken from those that lead on.
  onward: fc.option(fc.nat({ max: 999 }), { freq: 2 }),
  // Mostly moments later, sometimes days. Morning hours, so that a day is over or not, never in between.
  days: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 33 }) },
  ),
});

function outcome(state: CaseState, type: PostableType, who: Person, now: string, step: number) {
  // Each extension goes further than the one before, or it would be refused for its data.
  const until = `${2036 + step}-01-01T12:00:00+08:00`;
  const extend: CaseCommand = {
    type: 'extend',
    data: { until, reason: '等材料', approvedBy: '张主任' },
  };
  const command = type === 'extend' ? extend : COMMANDS[type];
  try {
    return decide(state, command, people[who], now, context);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.code;
  }
}

/** The steps that the model lets go and that do not stand still or merely end the case. */
function leadingOn(model: Model, today: string): { type: PostableType; who: Person }[] {
  const idle = ['note', 'rate', 'extend', 'transfer', 'withdraw', 'duplicate', 'close'];
  return postable
    .filter((type) => !idle.includes(type))
    .map((type) => ({
      type,
      who: everybody.filter((who) => judge(model, type, who, today) === 'ok'),
    }))
    .flatMap(({ type, who }) => (who.length === 0 ? [] : [{ type, who: who.at(-1)! }]));
}

const WORDS = {
  'transition-not-allowed': 'conflict',
  'not-permitted': 'forbidden',
} as const;

test('every step of every actor goes where the contract says, or nowhere', () => {
  fc.assert(
    fc.property(
      fc.array(someStep, { minLength: 1, maxLength: 40 }),
      fc.boolean(),
      fc.boolean(),
      (steps, known, handOver) => {
        let state = opened({
          residentId: known ? 'r1' : undefined,
          visitorPhone: true,
          item: {
            code: 'BJM-023',
            version: 1,
            serviceLine: '妇儿',
            materials: ['怀孕证明'],
            handOver,
          },
        });
        const model: Model = {
          status: 'registered',
          ending: null,
          firstAsked: 'sun',
          handler: 'sun',
          answeredOn: '',
          toTell: false,
          closedOn: '',
          handOver,
          known,
        };
        let now = millisecondsOf(MORNING);
        for (const [step, chance] of steps.entries()) {
          now += chance.days * 86_400_000;
          const at = formatOffset(now);
          if (localDate(at) > '2026-12-31') break;
          const onward = chance.onward === null ? [] : leadingOn(model, localDate(at));
          const { type, who } = onward[(chance.onward ?? 0) % onward.length] ?? chance;
          const wanted = judge(model, type, who, localDate(at));
          const got = outcome(state, type, who, at, step);
          const said =
            typeof got === 'string' && got in WORDS ? WORDS[got as keyof typeof WORDS] : got;
          expect(typeof said === 'string' ? said : 'ok', `${who} ${type} ${model.status}`).toBe(
            wanted,
          );
          expect(allowedActions(state, people[who], at).includes(type)).toBe(wanted === 'ok');
          if (typeof got === 'string') continue;
          state = apply(state, got);
          follow(model, type, who, localDate(at));
          expect(state.status).toBe(model.status);
          expect(state.ending).toBe(model.ending);
          expect(state.dueAt === null).toBe(['answered', 'closed'].includes(model.status));
          expect(state.firstAsked.id).toBe('sun');
        }
      },
    ),
    { numRuns: 1000 },
  );
});
