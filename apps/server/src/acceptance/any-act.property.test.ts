import type { CaseView } from '@qzt/contract/reception';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../testing/product.ts';
import {
  type EventType,
  rowOf,
  type Status,
  TYPES,
  type Who,
  wellFormed,
} from './testing/case-model.ts';
import { type Committee, committee } from './testing/committee.ts';
import { holdStatesAgainstEvents } from './testing/derived.ts';
import { open, post, read } from './testing/desk.ts';
import { changed } from './testing/owner.ts';
import { refused } from './testing/problem.ts';

let at: Committee;
let actors: Actor[];
beforeAll(async () => {
  at = await committee();
  const { staff, world } = at;
  actors = [
    {
      name: 'worker',
      client: at.worker,
      id: staff.worker.id,
      org: staff.worker.org,
      is: ['worker'],
    },
    {
      name: 'colleague',
      client: at.colleague,
      id: world.colleagueId,
      org: staff.worker.org,
      is: ['worker'],
    },
    {
      name: 'head',
      client: at.head,
      id: staff.head.id,
      org: staff.worker.org,
      is: ['worker', 'head'],
    },
    {
      name: 'neighbour',
      client: at.neighbour,
      id: staff.neighbour.id,
      org: staff.neighbour.org,
      is: ['worker'],
    },
    { name: 'centre', client: at.centre, id: staff.centre.id, org: staff.centre.org, is: [] },
    { name: 'officer', client: at.officer, id: staff.officer.id, org: staff.officer.org, is: [] },
    { name: 'street', client: at.street, id: 'street', org: 'street', is: [] },
  ];
});
afterAll(() => at.end());

interface Actor {
  readonly name: string;
  readonly client: Client;
  readonly id: string;
  readonly org: string;
  readonly is: readonly Who[];
}

interface Try {
  readonly actor: number;
  readonly matter: number;
  readonly type: EventType;
  readonly spoilt: boolean;
  readonly stale: boolean;
}

const isHandler = (actor: Actor, { handler, firstAsked }: CaseView): boolean => {
  if (handler.kind === 'worker') return handler.id === actor.id;
  if (handler.kind === 'department' || handler.kind === 'centre') return handler.id === actor.org;
  return firstAsked.id === actor.id;
};

function sees(actor: Actor, view: CaseView): boolean {
  if (['department', 'centre'].includes(view.handler.kind) && view.handler.id === actor.org)
    return true;
  const inside = actor.org === view.committeeId || actor.name === 'street';
  if (!inside) return false;
  if (!view.flags.includes('confidential')) return true;
  return (
    actor.is.includes('head') || view.firstAsked.id === actor.id || view.handler.id === actor.id
  );
}

function may(actor: Actor, view: CaseView, type: EventType): boolean {
  const is = new Set<Who>(['sees', ...(actor.org === view.committeeId ? actor.is : [])]);
  if (isHandler(actor, view)) is.add('handler');
  if (view.firstAsked.id === actor.id) is.add('first-asked');
  return rowOf(type).who.some((who) => is.has(who));
}

/** Danger and duty are said once; what must be told to the police ends in no way before it was. */
function hasGround({ flags }: CaseView, type: EventType): boolean {
  if (type === 'alarm') return !flags.includes('urgent');
  const bound = flags.includes('mandatory-report');
  return !bound || (type !== 'must-report' && rowOf(type).to !== 'closed');
}

/** The codes with which the contract lets the server refuse; none: it must take the event. */
function reasons(actor: Actor, view: CaseView, { type, spoilt, stale }: Try): string[] {
  if (!sees(actor, view)) return ['not-found', ...(spoilt ? ['invalid-input'] : [])];
  return [
    ...(spoilt ? ['invalid-input'] : []),
    ...(stale ? ['version-conflict'] : []),
    ...(rowOf(type).from.includes(view.status as Status) ? [] : ['transition-not-allowed']),
    ...(hasGround(view, type) ? [] : ['transition-not-allowed']),
    ...(may(actor, view, type) ? [] : ['not-permitted']),
    // An office does not know the committee's other cases, so it cannot name one.
    ...(type === 'duplicate' && actor.is.length === 0 && actor.name !== 'street'
      ? ['invalid-input', 'not-found']
      : []),
    // A day to which it was extended already is no extension.
    ...(type === 'extend' && view.flags.includes('extended') ? ['invalid-input'] : []),
  ];
}

const STATUS: Readonly<Record<string, number>> = {
  'not-found': 404,
  'invalid-input': 422,
  'version-conflict': 409,
  'transition-not-allowed': 409,
  'not-permitted': 403,
};

async function attempt(one: Try, ids: readonly string[]): Promise<void> {
  const actor = actors[one.actor % actors.length] as Actor;
  const id = ids[one.matter % ids.length] as string;
  const view = await read(at.head, id);
  const expected = reasons(actor, view, one);
  const step = wellFormed(one.type, at.world);
  const sent = one.spoilt ? { ...step, data: { ...(step.data as object), surprise: 1 } } : step;
  const before = await at.owner.contents();
  const answer = await post(actor.client, id, one.stale ? view.version + 1 : view.version, sent);
  const label = `${actor.name}, ${JSON.stringify(one)}, ${view.status}: ${JSON.stringify(answer.body).slice(0, 400)}`;
  if (expected.length === 0) {
    expect(answer.status, label).toBe(201);
    expect((answer.body as CaseView).status, label).toBe(rowOf(one.type).to ?? view.status);
    return;
  }
  const { code } = answer.body as { code: string };
  expect(expected, label).toContain(code);
  refused(answer, STATUS[code] ?? 0, code);
  expect(changed(before, await at.owner.contents()), label).toEqual([]);
}

const seldom = fc.nat({ max: 9 }).map((n) => n === 9);

const tries = fc.array(
  fc.record({
    actor: fc.nat({ max: 6 }),
    matter: fc.nat({ max: 3 }),
    type: fc.constantFrom(...TYPES),
    spoilt: seldom,
    stale: seldom,
  }),
  { minLength: 30, maxLength: 50 },
);

test('anybody tries anything on any case: the answer is the contract’s, never a fault, and a refusal writes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(tries, async (all) => {
      const ids = [
        (await at.at('accepted')).id,
        (await at.at('accepted', { confidential: true })).id,
        (await at.at('referred')).id,
        (await open(at.colleague, { serviceItem: 'BJM-005', confidential: true })).id,
      ];
      for (const one of all) await attempt(one, ids);
    }),
    { numRuns: 8, endOnFailure: true },
  );
}, 120_000);

test('the stored state of every case is the one that follows from its events', async () => {
  expect(await holdStatesAgainstEvents(at.product, at.owner)).toBeGreaterThan(20);
});
