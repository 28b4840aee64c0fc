import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Committee, committee } from './testing/committee.ts';
import { dataRules, type Example } from './testing/data-rules.ts';
import { caseOf, post } from './testing/desk.ts';
import { changed } from './testing/owner.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
});
afterAll(() => at.end());

const n = '情况说明';
const materials = [{ name: '居住地址', copies: 1 }];

const stepOf = (type: string, [, data, note = n]: Example) => ({
  type,
  ...(data === undefined ? {} : { data }),
  ...(note === '' ? {} : { note }),
});

test.each(dataRules(() => at))(
  '$type from $from: what its data must be',
  async ({ type, from, who, bad, good }) => {
    const view = await at.at(from);
    for (const one of bad()) {
      const before = await at.owner.contents();
      const answer = await post(who(), view.id, view.version, stepOf(type, one));
      const label = `${type}, ${one[0]}: ${JSON.stringify(answer.body)}`;
      expect(
        { status: answer.status, code: (answer.body as { code: string }).code },
        label,
      ).toEqual({ status: 422, code: 'invalid-input' });
      expect(changed(before, await at.owner.contents()), label).toEqual([]);
    }
    for (const one of good()) {
      const { id, version } = await at.at(from);
      const answer = await post(who(), id, version, stepOf(type, one));
      expect(answer.status, `${type}, ${one[0]}: ${JSON.stringify(answer.body)}`).toBe(201);
    }
  },
);

test('a case is no duplicate of itself, of nothing, or of a case that the caller may not know of', async () => {
  const view = await at.at('accepted');
  const foreign = (
    await at.neighbour.post('/api/v1/cases', { id: uuidv7(), kind: 'inquiry', title: '邻居的事' })
  ).body as { id: string };
  for (const of of [view.id, uuidv7(), foreign.id])
    expect([404, 422]).toContain(
      (await post(at.worker, view.id, view.version, { type: 'duplicate', data: { of } })).status,
    );
});

test('asking for what is not on the notice flags a second ask; asking for what was told does not', async () => {
  const told = await at.at('accepted');
  const asked = caseOf(
    await post(at.worker, told.id, told.version, { type: 'ask-materials', data: { materials } }),
  );
  expect(asked.flags).not.toContain('second-ask');
  const fresh = await at.at('accepted');
  const again = caseOf(
    await post(at.worker, fresh.id, fresh.version, {
      type: 'ask-materials',
      data: { materials: [{ name: '房产证', copies: 2 }], why: '租住' },
    }),
  );
  expect(again.flags).toContain('second-ask');
  expect(again.requirementNotice.materials).toContainEqual({
    name: '房产证',
    received: false,
    copies: 2,
  });
  const got = caseOf(
    await post(at.worker, again.id, again.version, {
      type: 'receive-materials',
      data: { materials: [{ name: '房产证', copies: 2 }] },
    }),
  );
  expect(got.requirementNotice.materials).toContainEqual({
    name: '房产证',
    received: true,
    copies: 2,
  });
  expect(got.flags).toContain('second-ask');
});
