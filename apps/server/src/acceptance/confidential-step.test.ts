import type { CaseView } from '@qzt/contract/reception';
import { inTransaction, makePool } from '@qzt/db';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EventType, PATHS, rowOf, STATUSES, TYPES, wellFormed } from './testing/case-model.ts';
import { type Committee, committee } from './testing/committee.ts';
import { caseOf, open, post, read, walk } from './testing/desk.ts';
import { hire } from './testing/people.ts';
import { refused } from './testing/problem.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
});
afterAll(() => at.end());

/** A confidential case that the worker was first asked about and the colleague has, in every status. */
async function withColleague(status: (typeof STATUSES)[number]): Promise<CaseView> {
  const view = await walk(
    at.head,
    await open(at.worker, { serviceItem: 'BJM-005', confidential: true, safePhone: '13800000009' }),
    { type: 'assign', data: { handler: at.world.colleagueId, reason: '女同志接手' } },
  );
  return walk(at.colleague, view, ...PATHS[status].map((type) => wellFormed(type, at.world)));
}

const seesNow = (view: CaseView): boolean =>
  [view.firstAsked.id, view.handler.id].includes(at.world.colleagueId);

/** Whether the table lets the colleague take this step: as the handler where the case is with her, else as a worker who sees it. */
const byColleague = (type: EventType, view: CaseView): boolean => {
  const is = ['worker', 'sees', ...(view.handler.id === at.world.colleagueId ? ['handler'] : [])];
  const { from, who } = rowOf(type);
  return from.some((one) => one === view.status) && who.some((one) => is.includes(one));
};

test.each(STATUSES)(
  'from %s: whoever has a confidential case takes each step, and is told what he did even if it leaves him',
  async (status) => {
    for (const type of TYPES) {
      const view = await withColleague(status);
      expect(view).toMatchObject({ status, flags: expect.arrayContaining(['confidential']) });
      expect(seesNow(view)).toBe(status !== 'referred' && status !== 'dispatched');
      if (!seesNow(view) || !byColleague(type, view)) {
        const refusal = await post(at.colleague, view.id, view.version, wellFormed(type, at.world));
        expect(seesNow(view) ? [403, 409] : [404], `${type} from ${status}`).toContain(
          refusal.status,
        );
        continue;
      }
      const step = wellFormed(type, at.world);
      const key = uuidv7();
      const send = () =>
        at.colleague.post(
          `/api/v1/cases/${view.id}/events`,
          { id: step.id, ...step },
          { version: view.version, key },
        );
      const answer = await send();
      const label = `${type} from ${status}: ${JSON.stringify(answer.body)}`;
      expect(answer.status, label).toBe(201);
      const after = caseOf(answer);
      expect(after, label).toMatchObject({
        status: rowOf(type).to ?? status,
        version: view.version + 1,
      });
      expect(after.events.at(-1), label).toMatchObject({ type, note: '按规定办理' });
      expect((await send()).body, label).toEqual(answer.body);
      const seen = await at.colleague.get(`/api/v1/cases/${view.id}`);
      expect(seen.status, label).toBe(seesNow(after) ? 200 : 404);
      if (!seesNow(after)) {
        expect(after.allowedActions, label).toEqual([]);
        refused(
          await post(at.colleague, view.id, after.version, { type: 'note' }),
          404,
          'not-found',
        );
      }
      expect((await read(at.worker, view.id)).version, label).toBe(after.version);
    }
  },
  60_000,
);

test('from the worker who has it a confidential item goes on to the owner of its line', async () => {
  const owner = await hire(at.owner, {
    username: 'line-owner',
    name: '许兰',
    like: 'worker',
    roles: ['worker', 'lineOwner'],
    serviceLines: ['妇儿'],
  });
  const made = await open(at.worker, { serviceItem: 'BJM-059' });
  const view = await walk(
    at.head,
    made,
    { type: 'assign', data: { handler: at.world.colleagueId, reason: '女同志接手' } },
    { type: 'accept' },
  );
  const had = await walk(at.head, view, {
    type: 'assign',
    data: { handler: at.world.colleagueId, reason: '女同志接手' },
  });
  const given = await walk(at.colleague, had, {
    type: 'assign',
    data: { handler: owner, reason: '交条线' },
  });
  expect(given).toMatchObject({ handler: { id: owner }, allowedActions: [] });
  refused(await at.colleague.get(`/api/v1/cases/${given.id}`), 404, 'not-found');
  expect((await read(await at.product.as('line-owner'), given.id)).version).toBe(given.version);
});

test('saying that one acts on a case lets nobody change one that he does not see', async () => {
  const { id } = await open(at.worker, { confidential: true });
  const { org } = at.staff.worker;
  const pool = makePool({
    connection: at.product.connection('app'),
    max: 1,
    onError: () => undefined,
  });
  const act = (staff: string) =>
    inTransaction(
      pool,
      { committees: [org], orgs: [org], org, staff, permissions: ['case.read', 'case.write'] },
      async (tx) => {
        tx.actOn(id);
        tx.write(
          `with hit as (update case_file set handler_id = $2 where id = $1 returning 1)
           select expect_one((select count(*) from hit), 'nothing')`,
          [id, at.world.colleagueId],
        );
      },
    );
  await expect(act(at.world.colleagueId)).rejects.toThrow('nothing');
  await act(at.staff.worker.id);
  await pool.end();
});
