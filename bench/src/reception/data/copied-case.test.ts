import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../../load/sign-in.ts';
import { openClient } from '../../product/open-client.ts';
import { startProduct } from '../../product/start-product.ts';
import { makeWorkplace, type Workplace } from '../../product/workplace.ts';
import { makeSeed } from '../seed.ts';
import { caseId, casesOf, OPEN_EACH, orgId, usernameOf } from './dimensions.ts';
import { loadData } from './load-data.ts';
import { loadResidents, RESIDENTS_EACH, residentName } from './load-residents.ts';
import { makeModels } from './make-models.ts';

let workplace: Workplace;
beforeAll(() => {
  workplace = makeWorkplace();
});
afterAll(() => workplace.clear());

test('what was loaded is whole, and the product opens it as its own', async () => {
  const size = { committees: 2, casesEach: 60 };
  const dataDir = `${workplace.folder}/loaded`;
  const seed = await makeSeed(workplace, dataDir);
  const owner = await openClient(seed.owner);
  const structure = async () =>
    (
      await owner.query(
        `select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) as part from pg_constraint
         union all select pg_get_indexdef(indexrelid) from pg_index where indrelid > 16383 order by 1`,
      )
    ).rows;
  const before = await structure();
  const loaded = await loadData(seed, await makeModels(seed), size);
  expect(await structure()).toEqual(before);
  expect(loaded.cases).toBe(casesOf(size, 0) + casesOf(size, 1));
  expect(await loadResidents(seed.owner, seed.keyring, size.committees)).toBe(2 * RESIDENTS_EACH);
  await owner.end();
  await seed.close();

  const product = await startProduct(workplace, dataDir);
  const cookie = await signIn(product.port, usernameOf(1));
  const get = async (path: string, body?: object) => {
    const answer = await fetch(`http://127.0.0.1:${product.port}/api/v1/${path}`, {
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const statuses = new Set<unknown>();
  for (let number = 0; number < casesOf(size, 1); number += 1) {
    const { status, body } = await get(`cases/${caseId(1, number)}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: caseId(1, number), committeeId: orgId(1) });
    expect(body.title).not.toContain('删除');
    statuses.add(body.status);
  }
  expect([...statuses].sort()).toEqual(['closed', 'registered']);
  const { body: list } = await get('cases?limit=50&status=registered');
  expect(list.items).toHaveLength(OPEN_EACH);
  const { body: found } = await get('residents/search', {
    q: residentName(1, 5),
    purpose: '接待时找居民',
  });
  expect((found.items as unknown[]).length).toBeGreaterThan(0);
  expect((await get(`cases/${caseId(0, 0)}`)).status).toBe(404);
  await product.stop();
}, 60_000);
