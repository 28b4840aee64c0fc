import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type EventType,
  rowOf,
  STATUSES,
  type Status,
  TYPES,
  wellFormed,
} from './testing/case-model.ts';
import { again, type Committee, committee } from './testing/committee.ts';
import { holdStatesAgainstEvents } from './testing/derived.ts';
import { caseOf, post } from './testing/desk.ts';
import { changed } from './testing/owner.ts';
import { refused } from './testing/problem.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
});
afterAll(() => at.end());

/** Somebody who may do this in this status, by the contract. */
function actorFor(type: EventType, status: Status) {
  const { who } = rowOf(type);
  if (who.includes('head')) return at.head;
  return who.includes('handler') && status === 'referred' ? at.centre : at.worker;
}

const OPEN_DUE = '2026-11-27T17:30:00+08:00';

/** What the contract says of due time, pause and handler in each status. */
function expectShape(view: Awaited<ReturnType<Committee['at']>>, extended = false): void {
  const { status } = view;
  if (status === 'registered' && !extended)
    expect(view).toMatchObject({ dueKind: 'accept', dueAt: '2026-11-25T17:30:00+08:00' });
  if (['accepted', 'referred', 'dispatched'].includes(status) && !extended)
    expect(view).toMatchObject({ dueKind: 'limit', dueAt: OPEN_DUE });
  if (status === 'contested')
    expect(view).toMatchObject({ dueKind: 'limit', dueAt: expect.any(String) });
  if (status === 'answered' || status === 'closed') expect(view.dueAt).toBeNull();
  if (status === 'waiting-resident')
    expect(view).toMatchObject({
      dueKind: 'resident',
      paused: { since: expect.any(String), why: expect.any(String) },
    });
  else expect(view.paused).toBeUndefined();
  expect(view.ending === null).toBe(status !== 'closed');
  if (status === 'referred')
    expect(view.handler).toMatchObject({ kind: 'centre', id: at.world.centreId });
  if (status === 'dispatched')
    expect(view.handler).toMatchObject({ kind: 'provider', name: '邻里家电维修' });
  if (['registered', 'accepted', 'waiting-resident'].includes(status))
    expect(view.handler.kind).toBe('worker');
  expect(view.journeys).toBe(1);
  expect(view.flags).not.toContain('late');
  expect(view.events.map((event) => event.seq)).toEqual(view.events.map((_, index) => index + 1));
  expect(view.version).toBe(view.events.length);
}

const shapeIsKept = (type: EventType, status: Status): boolean =>
  type !== 'extend' &&
  type !== 'reopen' &&
  (status !== 'contested' || rowOf(type).to !== undefined);

test.each(STATUSES)(
  'from %s: every act that the table does not name is refused and changes nothing',
  async (status) => {
    const view = await at.at(status);
    const before = await at.owner.contents();
    for (const type of TYPES.filter((one) => !rowOf(one).from.includes(status))) {
      const step = wellFormed(type, at.world);
      refused(
        await post(actorFor(type, status), view.id, view.version, step),
        409,
        'transition-not-allowed',
      );
    }
    expect(changed(before, await at.owner.contents())).toEqual([]);
  },
);

test.each(STATUSES)(
  'from %s: every act that the table names leads where it says',
  async (status) => {
    for (const type of TYPES.filter((one) => rowOf(one).from.includes(status))) {
      const row = rowOf(type);
      const before = await at.at(status);
      expect(before.status).toBe(status);
      expectShape(before);
      const step = wellFormed(type, at.world);
      const answer = await post(actorFor(type, status), before.id, before.version, step);
      const label = `${type} from ${status}: ${JSON.stringify(answer.body)}`;
      expect(answer.status, label).toBe(201);
      const after = caseOf(answer);
      expect(after, label).toMatchObject({
        status: row.to ?? status,
        ending: type === 'reopen' ? null : (row.ending ?? before.ending),
        version: before.version + 1,
      });
      expect(after.events.at(-1), label).toMatchObject({ id: step.id, type, note: '按规定办理' });
      expectShape(after, !shapeIsKept(type, status));
      if (type === 'extend') expect(after.dueAt === null).toBe(status === 'answered');
      if (type === 'assign') expect(after.firstAsked.id).toBe(at.world.colleagueId);
      if (type === 'reopen')
        expect(after).toMatchObject({ dueKind: 'limit', dueAt: expect.any(String) });
      expect(await again(at.head, before.id)).toMatchObject({
        status: after.status,
        version: after.version,
        dueAt: after.dueAt,
      });
    }
  },
);

test('register is made by opening a case and never posted; an unknown type is 422', async () => {
  const { id, events } = await at.at('registered');
  expect(events).toMatchObject([{ seq: 1, type: 'register' }]);
  for (const type of ['register', 'settle', 'constructor', 'toString', ''])
    refused(await post(at.worker, id, 1, { type }), 422, 'invalid-input');
});

test('close of an unanswered case without a reason is refused; an answered one needs none', async () => {
  for (const status of ['registered', 'accepted', 'waiting-resident', 'referred'] as const) {
    const { id, version } = await at.at(status);
    expect([409, 422]).toContain((await post(at.head, id, version, { type: 'close' })).status);
  }
  const answered = await at.at('answered');
  expect(
    caseOf(await post(at.head, answered.id, answered.version, { type: 'close' })),
  ).toMatchObject({ status: 'closed', ending: 'unconfirmed' });
});

test('every reason closes every open status', async () => {
  for (const reason of ['died', 'moved', 'unreachable'])
    for (const status of ['registered', 'dispatched', 'contested'] as const) {
      const { id, version } = await at.at(status);
      const answer = await post(at.head, id, version, {
        type: 'close',
        data: { reason, tries: 3 },
      });
      expect(caseOf(answer)).toMatchObject({ status: 'closed', dueAt: null });
    }
});

test('the stored state of every case is the one that follows from its events', async () => {
  expect(await holdStatesAgainstEvents(at.product, at.owner)).toBeGreaterThan(80);
});
