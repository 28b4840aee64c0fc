import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DomainError, formatOffset, localDate, millisecondsOf } from '../shared/index.ts';
import type { CaseCommand } from './command.ts';
import { decide } from './decide.ts';
import { apply, context, MORNING, opened, type Person, people } from './example-case.ts';
import { COMMANDS, follow, judge, type Model } from './example-model.ts';
import { allowedActions, type CaseState, EVENT_TYPES, type PostableType } from './index.ts';

/* Every step of everybody, held against the slow and obvious model of the same table. */

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
  const idle = ['note', 'rate', 'extend', 'transfer', 'withdraw', 'duplicate', 'close', 'call'];
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
          urgent: false,
          duty: 'none',
          sharedWithLi: false,
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
