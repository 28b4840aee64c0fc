import type { ItemShown, MaintainedItem } from '@qzt/contract/catalogue';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectStatus, openCase, readCase, rowsBehind } from '../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../testing/product.ts';

const CODE = 'BJM-023';
const ITEM = `/api/v1/catalogue/items/${CODE}`;

let product: TestProduct;
let street: Client;
let worker: Client;
beforeEach(async () => {
  product = await testProduct('2026-11-24T10:00:00+08:00');
  street = await product.as('street');
  worker = await product.as('worker');
});
afterEach(() => product.drop());

const read = async (client = street): Promise<MaintainedItem> =>
  expectStatus<MaintainedItem>(await client.get(ITEM), 200);
const entryNow = async (): Promise<ItemShown> => (await read()).versions[0]!.entry;
const today = { from: '2026-11-24', reason: '按街道新办法' };

const edit = async (more: Partial<ItemShown>, version = 1, body: object = today) =>
  street.post(
    `${ITEM}/versions`,
    { entry: { ...(await entryNow()), ...more }, ...body },
    { version },
  );
const act = (what: string, body: object, version: number, client = street) =>
  client.post(`${ITEM}/${what}`, body, { version });

const shown = async () => (await worker.get(`/api/v1/service-items/${CODE}`)).body;

test('an edit is the next version with its first day; workers read it then, with what was changed', async () => {
  const before = await read();
  expect(before).toMatchObject({ version: 1, holds: 1, versions: [{ act: 'ship', by: null }] });
  const made = expectStatus<MaintainedItem>(
    await edit({ materials: ['怀孕证明', '结婚证'], copies: { 结婚证: 2 } }, 1, {
      ...today,
      from: '2026-11-26',
    }),
    201,
  );
  expect(made).toEqual(await read());
  expect(made).toMatchObject({
    version: 2,
    holds: 1,
    versions: [
      { version: 2, from: '2026-11-26', until: null, act: 'edit', reason: today.reason },
      { version: 1, until: '2026-11-26' },
    ],
  });
  expect(await shown()).toMatchObject({ version: 1 });
  expect(await shown()).not.toHaveProperty('changed');

  product.clock.set('2026-11-26T09:00:00+08:00');
  worker = await product.as('worker');
  expect(await shown()).toMatchObject({
    version: 2,
    materials: ['怀孕证明', '结婚证'],
    copies: { 结婚证: 2 },
    changed: { since: '2026-11-26', version: 2, changes: [{ part: 'materials' }] },
  });
  product.clock.set('2026-12-28T09:00:00+08:00');
  worker = await product.as('worker');
  expect(await shown()).not.toHaveProperty('changed');
});

test('who saw an older version is told the current one, and of two at once one wins', async () => {
  expectStatus(await edit({ limitWorkingDays: 2 }), 201);
  expect(await edit({ limitWorkingDays: 3 })).toMatchObject({
    status: 409,
    body: { code: 'version-conflict', current: { version: 2 } },
  });
  const entry = await entryNow();
  const answers = await Promise.all(
    [4, 5, 6].map((limitWorkingDays) =>
      street.post(
        `${ITEM}/versions`,
        { entry: { ...entry, limitWorkingDays }, ...today },
        { version: 2 },
      ),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  expect((await read()).versions).toHaveLength(3);
});

test('the same request twice is one version', async () => {
  const body = { entry: { ...(await entryNow()), limitWorkingDays: 2 }, ...today };
  const send = () => street.post(`${ITEM}/versions`, body, { version: 1, key: 'twice' });
  const first = expectStatus(await send(), 201);
  expect(expectStatus(await send(), 201)).toEqual(first);
  expect((await read()).version).toBe(2);
});

test('a first day in the past needs a reason, and what says the same is no version', async () => {
  const past = { ...today, from: '2026-11-23' };
  expect(await edit({ limitWorkingDays: 2 }, 1, past)).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'from', code: 'in-past' }] },
  });
  expect(await edit({})).toMatchObject({ status: 422, body: { code: 'invalid-input' } });
  expect((await read()).version).toBe(1);
  const why = { ...past, whyPast: '文件自11月23日起实行' };
  expect(await edit({ limitWorkingDays: 2 }, 1, why)).toMatchObject({
    status: 201,
    body: { holds: 2, versions: [{ whyPast: why.whyPast }, {}] },
  });
});

test('a confirmation says on what basis; a rewrite of what was confirmed takes it away again', async () => {
  const confirm = {
    basisKind: 'document-local',
    basis: '区办事指南(2026年版)',
    confirmedOn: '2026-11-23',
    covers: ['rule'],
  };
  expect(await act('confirm', { ...confirm, confirmedOn: '2026-11-25' }, 1)).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'confirmedOn' }] },
  });
  expect(await act('confirm', { ...confirm, covers: [] }, 1)).toMatchObject({ status: 422 });
  const made = expectStatus<MaintainedItem>(await act('confirm', confirm, 1), 201);
  expect(made).toEqual(await read());
  expect(made.versions[0]).toMatchObject({
    standing: 'official-local',
    textStanding: 'composed',
    limitOfficial: true,
    confirmed: { on: '2026-11-23', basis: confirm.basis, kind: 'document-local' },
  });
  expect(await shown()).toMatchObject({
    limitOfficial: true,
    confirmed: { at: '2026-11-23T00:00:00+08:00', basis: confirm.basis },
  });

  expectStatus(await edit({ phrasings: ['我怀孕了'] }, 2), 201);
  expect((await read()).versions[0]).toMatchObject({
    confirmed: { by: made.versions[0]!.confirmed!.by, on: '2026-11-23' },
  });
  expectStatus(await edit({ limitWorkingDays: 9 }, 3), 201);
  const [newest] = (await read()).versions;
  expect(newest).toMatchObject({ standing: 'reconstructed', limitOfficial: false });
  expect(newest).not.toHaveProperty('confirmed');
});

test('an item withdrawn yesterday takes no new matter, in a sentence that says what to do; open cases keep their version', async () => {
  const open = await openCase(worker, { serviceItem: CODE });
  product.clock.set('2026-11-25T10:00:00+08:00');
  [street, worker] = [await product.as('street'), await product.as('worker')];
  // The form stands open with the item picked, while the maintainer withdraws it from yesterday on.
  expect(await shown()).toMatchObject({ code: CODE });
  const withdrawn = { from: '2026-11-24', reason: '不再开联系单', whyPast: '通知自24日起' };
  expectStatus(await act('withdraw', withdrawn, 1), 201);

  const at = 'serviceItem';
  const refusal = {
    status: 422,
    body: { code: 'invalid-input', fields: [{ path: at, code: 'withdrawn' }] },
  };
  const answer = await worker.post('/api/v1/cases', {
    id: '01900000-0000-7000-8000-000000000001',
    kind: 'application',
    title: '孕妇联系单',
    serviceItem: CODE,
  });
  expect(answer).toMatchObject(refusal);
  const { detail, fields } = answer.body as { detail: string; fields: { message: string }[] };
  const { message } = fields[0]!;
  expect(detail).toBe(message);
  expect(message).toContain('从11月24日起停办');
  expect(message).toContain('请改选别的事项,或选“其他”照样登记');
  const contact = await worker.post('/api/v1/encounters', {
    id: '01900000-0000-7000-8000-000000000002',
    channel: 'desk',
    startedAt: '2026-11-25T09:59:00+08:00',
    needs: [
      {
        id: '01900000-0000-7000-8000-000000000003',
        words: '联系单',
        outcome: 'settled',
        serviceItem: CODE,
      },
    ],
  });
  expect(contact).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'needs.0.serviceItem', code: 'withdrawn' }] },
  });
  const stored = await rowsBehind(product, 'select 1 from case_file where service_item = $1', [
    CODE,
  ]);
  expect(stored).toHaveLength(1);

  expect(await readCase(worker, open.id)).toMatchObject({
    serviceItem: { code: CODE, version: 1 },
    requirementNotice: open.requirementNotice,
  });
  expect(await worker.get(`/api/v1/service-items/${CODE}`)).toMatchObject({ status: 404 });
  const found = await worker.get(
    `/api/v1/service-items?q=${encodeURIComponent('孕妇联系单(卡)办理')}`,
  );
  expect(JSON.stringify(found.body)).not.toContain(CODE);

  expect(await edit({ limitWorkingDays: 2 }, 2)).toMatchObject({ status: 422 });
  expect(await act('withdraw', { ...today, from: '2026-11-25' }, 2)).toMatchObject({ status: 422 });
  expectStatus(await act('restore', { ...today, from: '2026-11-25' }, 2), 201);
  expect(await openCase(worker, { serviceItem: CODE })).toMatchObject({
    serviceItem: { code: CODE, version: 3 },
  });
});

test('the list names every item with its standing and what it lacks, withdrawn ones included', async () => {
  expectStatus(await act('withdraw', today, 1), 201);
  const { items } = expectStatus<{ items: { code: string; gaps: string[] }[] }>(
    await worker.get('/api/v1/catalogue/items'),
    200,
  );
  expect(items).toHaveLength(102);
  expect(items.find(({ code }) => code === CODE)).toMatchObject({
    state: 'withdrawn',
    version: 2,
    gaps: ['rule-unconfirmed', 'place-open', 'text-composed'],
  });
});

test('workers read the catalogue, only its maintainer writes, and each act is in the log', async () => {
  for (const name of ['worker', 'head', 'officer', 'centre']) {
    const client = await product.as(name);
    await read(client);
    const body = { entry: await entryNow(), ...today };
    expect(await client.post(`${ITEM}/versions`, body, { version: 1 })).toMatchObject({
      status: 403,
    });
    expect(await act('withdraw', today, 1, client)).toMatchObject({ status: 403 });
  }
  expect(await (await product.as('assessor')).get(ITEM)).toMatchObject({ status: 403 });
  expectStatus(await act('withdraw', today, 1), 201);
  expect(
    await rowsBehind(
      product,
      `select action, facts from audit_entry where action like 'catalogue.%'`,
    ),
  ).toEqual([
    {
      action: 'catalogue.withdraw',
      facts: { code: CODE, version: 2, from: today.from, standing: 'attested' },
    },
  ]);
});

test.each([
  ['entry.name', { name: 'a'.repeat(100_000) }],
  ['entry.materials', { materials: ['甲', '甲'] }],
  ['entry.copies', { copies: { 没有的: 2 } }],
  ['entry.source', { source: 'javascript:alert(1)' }],
  ['entry.phrasings.0', { phrasings: ['\u0000'] }],
  ['entry.kind', { kind: 'doorstep' as const }],
])('what cannot be stored is refused at %s, and nothing of it is written', async (path, more) => {
  const answer = await edit(more);
  expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-input' } });
  expect((answer.body as { fields: { path: string }[] }).fields.map((one) => one.path)).toContain(
    path,
  );
  expect((await read()).version).toBe(1);
});

test('rare characters are kept as they were written', async () => {
  const name = '㛃𠅤联系单';
  expectStatus(await edit({ name }), 201);
  expect((await read()).versions[0]!.entry.name).toBe(name);
});
