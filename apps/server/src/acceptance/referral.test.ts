import type { CaseView } from '@qzt/contract/reception';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../testing/product.ts';
import { type Committee, committee } from './testing/committee.ts';
import { caseOf, post, read, walk } from './testing/desk.ts';
import { refused } from './testing/problem.ts';

let at: Committee;
let abroad: Client;
beforeAll(async () => {
  at = await committee();
  abroad = await at.product.as('department');
});
afterAll(() => at.end());

const listed = async (client: Client, query = ''): Promise<string[]> => {
  const { items } = (await client.get(`/api/v1/cases?limit=100${query}`)).body as {
    items: CaseView[];
  };
  return items.map((one) => one.id);
};

async function sees(client: Client, id: string): Promise<boolean> {
  const answer = await client.get(`/api/v1/cases/${id}`);
  if (answer.status !== 200) refused(answer, 404, 'not-found');
  expect((await listed(client)).includes(id)).toBe(answer.status === 200);
  return answer.status === 200;
}

async function hidden(client: Client, id: string): Promise<void> {
  expect(await sees(client, id)).toBe(false);
  refused(await post(client, id, 1, { type: 'note', note: '路过' }), 404, 'not-found');
}

const offices = [
  {
    name: 'a department',
    mine: () => at.officer,
    other: () => at.centre,
    to: () => ({ kind: 'department', id: at.staff.officer.org }),
  },
  {
    name: 'the centre',
    mine: () => at.centre,
    other: () => at.officer,
    to: () => ({ kind: 'centre', id: at.staff.centre.org }),
  },
];

test.each(offices)(
  'referred to $name: its people see it while it is with them and answer it there',
  async ({ mine, other, to }) => {
    const accepted = await at.at('accepted');
    await hidden(mine(), accepted.id);
    const referred = await walk(at.worker, accepted, { type: 'refer', data: { to: to() } });
    expect(referred).toMatchObject({
      status: 'referred',
      handler: to(),
      dueKind: 'limit',
      dueAt: accepted.dueAt,
    });
    expect(await sees(mine(), referred.id)).toBe(true);
    expect(await listed(mine(), '&handler=me')).toContain(referred.id);
    for (const client of [other(), abroad, at.neighbour]) await hidden(client, referred.id);

    const seen = await read(mine(), referred.id);
    expect(seen.title).toBe(accepted.title);
    expect(seen.allowedActions).toContain('answer');
    expect(seen.allowedActions).not.toContain('take-back');
    refused(
      await post(mine(), referred.id, referred.version, { type: 'take-back', note: '退回' }),
      403,
      'not-permitted',
    );
    const answered = await walk(mine(), seen, { type: 'answer', data: { answer: '科室已办' } });
    expect(answered).toMatchObject({ status: 'answered', dueAt: null });
    expect(answered.events.at(-1)?.actor.org).not.toBe(accepted.events[0]?.actor.org);
    for (const client of [at.worker, at.colleague, at.head])
      expect((await read(client, referred.id)).status).toBe('answered');
    const closed = await walk(at.worker, answered, { type: 'confirm', data: { how: 'phone' } });
    expect(closed.ending).toBe('confirmed');
    for (const client of [other(), abroad, at.neighbour]) await hidden(client, referred.id);
  },
);

test.each(offices)(
  'taken back from $name: its people know nothing of it any more',
  async ({ mine, to }) => {
    const referred = await walk(at.worker, await at.at('accepted'), {
      type: 'refer',
      data: { to: to() },
    });
    const seen = await read(mine(), referred.id);
    const back = await walk(at.worker, referred, { type: 'take-back', note: '居委自己办' });
    expect(back).toMatchObject({ status: 'accepted', handler: { kind: 'worker' } });
    await hidden(mine(), referred.id);
    refused(
      await post(mine(), seen.id, seen.version, { type: 'answer', data: { answer: '晚了' } }),
      404,
      'not-found',
    );
    const key = { encounter: seen.id };
    refused(await mine().get(`/api/v1/encounters/${key.encounter}`), 404, 'not-found');
  },
);

test('an office never reads the contact behind a case, nor the committee’s other cases', async () => {
  const referred = await at.at('referred');
  const [row] = await at.owner.rows<{ encounter_id: string }>(
    'select encounter_id from case_file where id = $1',
    [referred.id],
  );
  refused(await at.centre.get(`/api/v1/encounters/${row?.encounter_id}`), 404, 'not-found');
  expect([200, 403]).toContain((await at.centre.get('/api/v1/encounters')).status);
  for (const id of await listed(at.centre))
    expect((await read(at.centre, id)).handler.id).toBe(at.staff.centre.org);
});

test('two hands at once: the office answers while the worker takes back; one of them wins', async () => {
  const referred = await at.at('referred');
  const [answer, back] = await Promise.all([
    post(at.centre, referred.id, referred.version, { type: 'answer', data: { answer: '办好' } }),
    post(at.worker, referred.id, referred.version, { type: 'take-back', note: '等太久' }),
  ]);
  expect([answer.status, back.status].filter((status) => status === 201)).toHaveLength(1);
  const after = caseOf(await at.worker.get(`/api/v1/cases/${referred.id}`));
  expect(after.status).toBe(answer.status === 201 ? 'answered' : 'accepted');
  expect(after.version).toBe(referred.version + 1);
});
