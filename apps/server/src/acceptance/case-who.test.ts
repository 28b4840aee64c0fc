import type { CaseView } from '@qzt/contract/reception';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../testing/product.ts';
import { type EventType, rowOf, TYPES, wellFormed } from './testing/case-model.ts';
import { again, type Committee, committee } from './testing/committee.ts';
import { caseOf, post, read, walk } from './testing/desk.ts';
import { changed } from './testing/owner.ts';
import { hire } from './testing/people.ts';
import { refused } from './testing/problem.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
});
afterAll(() => at.end());

/** Who asks, and what he is to a case of `worker` that is with `worker`. */
const people: readonly [string, (of: Committee) => Client, readonly string[]][] = [
  ['the worker first asked', (of) => of.worker, ['worker', 'first-asked', 'handler', 'sees']],
  ['a colleague', (of) => of.colleague, ['worker', 'sees']],
  ['the head', (of) => of.head, ['worker', 'head', 'sees']],
  ['the subdistrict', (of) => of.street, ['sees']],
  ['a neighbour', (of) => of.neighbour, []],
  ['an office that the case is not with', (of) => of.officer, []],
];

/** A status from which the type is allowed while the case is with a worker of the committee. */
const statusFor = (type: EventType) => {
  const row = rowOf(type);
  const [wanted] = row.from.filter((status) => !['referred', 'dispatched'].includes(status));
  return wanted ?? 'referred';
};

test.each(people)('%s may do what the table says and nothing else', async (_, client, is) => {
  const mayDo = (type: EventType) => rowOf(type).who.some((who) => is.includes(who));
  const views = new Map<EventType, CaseView>();
  for (const type of TYPES) views.set(type, await at.at(statusFor(type)));
  const send = (type: EventType) => {
    const view = views.get(type);
    return post(client(at), view?.id ?? '', view?.version ?? 0, wellFormed(type, at.world));
  };
  const before = await at.owner.contents();
  for (const type of TYPES.filter((one) => !mayDo(one)))
    if (is.length === 0) refused(await send(type), 404, 'not-found');
    else refused(await send(type), 403, 'not-permitted');
  expect(changed(before, await at.owner.contents())).toEqual([]);
  for (const type of TYPES.filter(mayDo)) {
    const answer = await send(type);
    expect(answer.status, `${type}: ${JSON.stringify(answer.body)}`).toBe(201);
  }
});

test('allowedActions tells each person what the server would take from him', async () => {
  for (const status of ['registered', 'accepted', 'answered', 'closed'] as const) {
    const { id } = await at.at(status);
    for (const [name, client, is] of people.slice(0, 3)) {
      const allowed = TYPES.filter((type) => {
        const row = rowOf(type);
        return row.from.includes(status) && row.who.some((who) => is.includes(who));
      });
      const { allowedActions } = await read(client(at), id);
      expect({ name, status, actions: [...allowedActions].sort() }).toEqual({
        name,
        status,
        actions: [...allowed].sort(),
      });
    }
  }
});

test('whoever it is with works on it: the centre answers what was referred to it, the worker cannot', async () => {
  const view = await at.at('referred');
  const step = { type: 'answer', data: { answer: '中心已办' } };
  refused(await post(at.worker, view.id, view.version, step), 403, 'not-permitted');
  refused(await post(at.head, view.id, view.version, step), 403, 'not-permitted');
  refused(await post(at.officer, view.id, view.version, step), 404, 'not-found');
  expect(caseOf(await post(at.centre, view.id, view.version, step)).status).toBe('answered');
});

test('of a dispatched case the worker first asked answers, since a provider does not sign in', async () => {
  const view = await at.at('dispatched');
  const answered = await walk(at.worker, view, { type: 'answer', data: { answer: '师傅已上门' } });
  expect(answered.status).toBe('answered');
});

test('assign moves the first-asked duty or the handler; both names stay; only the head may', async () => {
  const view = await at.at('accepted');
  const toColleague = { type: 'assign', data: { handler: at.world.colleagueId, reason: '更熟悉' } };
  refused(await post(at.colleague, view.id, view.version, toColleague), 403, 'not-permitted');
  const moved = await walk(at.head, view, toColleague);
  expect(moved).toMatchObject({
    handler: { kind: 'worker', id: at.world.colleagueId },
    firstAsked: { id: at.staff.worker.id },
  });
  refused(
    await post(at.worker, view.id, moved.version, { type: 'answer', data: { answer: '好' } }),
    403,
    'not-permitted',
  );
  const answered = await walk(at.colleague, moved, { type: 'answer', data: { answer: '好' } });
  expect(answered.status).toBe('answered');

  const second = await at.at('accepted');
  const given = await walk(at.head, second, {
    type: 'assign',
    data: { firstAsked: at.world.colleagueId, reason: '轮休' },
  });
  expect(given.firstAsked.id).toBe(at.world.colleagueId);
  expect(given.events.map((event) => event.actor.id)).toContain(at.staff.worker.id);
  const took = await post(at.colleague, given.id, given.version, {
    type: 'duplicate',
    data: { of: at.world.otherCaseId },
  });
  expect(took.status).toBe(201);
});

test('an item to be handed over goes from whoever took it to the owner of its line, and to nobody else', async () => {
  const owner = await hire(at.owner, {
    username: 'line-owner',
    name: '许兰',
    like: 'worker',
    roles: ['worker', 'lineOwner'],
    serviceLines: ['卫生健康与计生'],
  });
  const taken = await at.at('accepted', { serviceItem: 'BJM-026' });
  for (const handler of [at.staff.head.id, at.world.colleagueId]) {
    const answer = await post(at.worker, taken.id, taken.version, {
      type: 'assign',
      data: { handler, reason: '交条线' },
    });
    refused(answer, 403, 'not-permitted');
  }
  const given = await walk(at.worker, taken, {
    type: 'assign',
    data: { handler: owner, reason: '交条线' },
  });
  expect(given).toMatchObject({ handler: { id: owner }, firstAsked: { id: at.staff.worker.id } });
  const plain = await at.at('accepted');
  refused(
    await post(at.worker, plain.id, plain.version, {
      type: 'assign',
      data: { handler: owner, reason: '交条线' },
    }),
    403,
    'not-permitted',
  );
});

test('reopening: by a worker for the resident with how until the thirtieth day, by the head at any time', async () => {
  const now = at.product.clock.now().toISOString();
  const [inTime, late] = [await at.at('closed'), await at.at('closed')];
  const withHow = { type: 'reopen', note: '又坏了', data: { how: 'phone' } };
  refused(
    await post(at.worker, inTime.id, inTime.version, { type: 'reopen', note: '又坏了' }),
    422,
    'invalid-input',
  );
  at.product.clock.set('2026-12-24T16:00:00+08:00');
  const worker = await at.product.as('worker');
  expect(caseOf(await post(worker, inTime.id, inTime.version, withHow)).status).toBe('accepted');
  at.product.clock.set('2026-12-25T08:00:00+08:00');
  const [worker2, head2] = [await at.product.as('worker'), await at.product.as('head')];
  const refusedLate = await post(worker2, late.id, late.version, withHow);
  const reopened = await post(head2, late.id, late.version, { type: 'reopen', note: '书面来信' });
  at.product.clock.set(now);
  expect([403, 409]).toContain(refusedLate.status);
  expect(caseOf(reopened).status).toBe('accepted');
  expect(await again(at.head, late.id)).toMatchObject({ ending: null });
});
