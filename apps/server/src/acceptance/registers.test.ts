import type { RegisterPage } from '@qzt/contract/ledger';
import { REGISTERS } from '@qzt/domain/ledger';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Committee, committee } from './testing/committee.ts';
import { askingForACase, open, record, walk } from './testing/desk.ts';
import { refused } from './testing/problem.ts';
import { readRegister, readTrips, YEAR } from './testing/registers.ts';
import { settleIn } from './testing/residents.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
});
afterAll(() => at.end());

test('nothing is typed for the register: a contact with its case is a line, with persons masked', async () => {
  const { id: residentId } = await settleIn(at.product, at.owner, {
    committeeId: at.staff.worker.org,
    name: '欧阳㛃𠅤',
    phone: '13800000077',
    door: '3号楼502室',
  });
  const needId = uuidv7();
  const { id: encounterId } = await record(at.worker, {
    startedAt: '2026-03-02T09:00:00.123456+08:00',
    residentId,
    visitor: { name: '王晓', relation: '女儿', onBehalfOf: '欧阳㛃𠅤' },
    journey: 2,
    rating: { score: 3, of: 3 },
    needs: [
      { id: needId, words: '想办孕妇联系单', serviceItem: 'BJM-023', outcome: 'case' },
      { id: uuidv7(), words: '顺便问问食堂', outcome: 'advice' },
    ],
  });
  const opened = await open(at.worker, {
    encounterId,
    needId,
    serviceItem: 'BJM-023',
    materials: [
      { name: '怀孕证明', copies: 2 },
      { name: '写给王晓的信', copies: 1 },
    ],
  });
  const { items, totals } = await readRegister(at.colleague, 'from=2026-03-02&to=2026-03-03');
  expect(totals).toEqual({ lines: 2, cases: 1, open: 1, late: 0, done: 1 });
  expect(items.find((line) => line.caseId === opened.id)).toMatchObject({
    number: opened.number,
    at: '2026-03-02T09:00:00+08:00',
    channel: 'desk',
    who: '欧阳**',
    onBehalfOf: '代 欧阳**(女儿)',
    phone: '138****0077',
    door: '3号楼502室',
    words: '想办孕妇联系单',
    item: { code: 'BJM-023', name: opened.serviceItem?.name },
    firstAsked: { name: '孙晓梅' },
    handler: { name: '孙晓梅' },
    promisedBy: opened.dueAt,
    outcome: 'case',
    status: 'registered',
    closedAt: null,
    rating: { score: 3, of: 3 },
    journeys: 2,
  });
  const materials = items.find((line) => line.caseId === opened.id)?.materials;
  expect(materials).toContainEqual({ name: '写给王晓的信', copies: 1 });
  const other = items.find((line) => line.caseId === null);
  expect(other).toMatchObject({ words: '顺便问问食堂', outcome: 'advice', item: null });
  expect(other?.number).toMatch(/^J260302-\d{6}$/);

  const accepted = await walk(at.worker, opened, { type: 'accept' });
  await walk(
    at.worker,
    accepted,
    { type: 'answer', data: { answer: '好了' } },
    { type: 'confirm', data: { how: 'desk' } },
  );
  const after = await readRegister(at.worker, 'from=2026-03-02&to=2026-03-03');
  const line = after.items.find((one) => one.caseId === opened.id);
  expect(line).toMatchObject({ status: 'closed', ending: 'confirmed' });
  expect(line?.closedAt).not.toBeNull();
  // What was promised stays in the register though nothing is owed any more.
  expect(line?.promisedBy).not.toBeNull();
  expect(after.totals).toMatchObject({ open: 0, done: 2 });
});

test('days are those of Shanghai and half-open', async () => {
  for (const startedAt of [
    '2026-04-30T23:59:59+08:00',
    '2026-05-01T00:00:00+08:00',
    '2026-05-31T23:59:59+08:00',
  ])
    await record(at.worker, { startedAt });
  const count = async (query: string) => (await readRegister(at.worker, query)).totals.lines;
  expect(await count('from=2026-05-01&to=2026-06-01')).toBe(2);
  expect(await count('from=2026-04-30&to=2026-05-01')).toBe(1);
  expect(await count('from=2026-05-31&to=2026-06-01')).toBe(1);
});

test('page by page nothing is lost or doubled, also within one instant and while new lines come; totals are of all', async () => {
  const startedAt = '2026-06-15T10:00:00.000900+08:00';
  const ids = new Set<string>();
  for (let n = 0; n < 7; n++) {
    const needs = [{ id: uuidv7(), words: `第${n}件`, outcome: 'settled' }];
    ids.add((await record(at.worker, { startedAt, needs })).needs[0]?.id ?? '');
  }
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: RegisterPage = await readRegister(
      at.worker,
      `from=2026-06-01&to=2026-07-01&limit=2${cursor && `&cursor=${cursor}`}`,
    );
    seen.push(...page.items.map(({ id }) => id));
    expect(page.totals.lines).toBeGreaterThanOrEqual(7);
    cursor = page.nextCursor;
    await record(at.worker, { startedAt: '2026-06-20T10:00:00+08:00' });
  }
  expect(seen).toHaveLength(7);
  expect(new Set(seen)).toEqual(ids);
});

test('by channel, item, status and trips; what is on no list can be asked for', async () => {
  const day = 'from=2026-07-01&to=2026-07-02';
  const startedAt = '2026-07-01T10:00:00+08:00';
  const need = (more: object) => [{ id: uuidv7(), words: '事', outcome: 'settled', ...more }];
  await record(at.worker, { startedAt, channel: 'phone', needs: need({ serviceItem: 'BJM-005' }) });
  await record(at.worker, { startedAt, journey: 2, needs: need({ serviceItem: 'BJM-005' }) });
  await record(at.worker, { startedAt, needs: need({ outcome: 'refused', place: '派出所' }) });
  const { id: encounterId } = await record(at.worker, askingForACase({ startedAt }));
  await open(at.worker, { encounterId });
  const count = async (filter: string) =>
    (await readRegister(at.worker, `${day}&${filter}`)).totals.lines;
  expect(await count('')).toBe(4);
  expect(await count('channel=phone')).toBe(1);
  expect(await count('item=BJM-005')).toBe(2);
  expect(await count('item=other')).toBe(2);
  expect(await count('status=open')).toBe(1);
  expect(await count('status=done')).toBe(3);
  expect(await count('status=refused')).toBe(1);
  expect(await count('status=late')).toBe(0);
  expect(await count('trips=more')).toBe(1);
  expect(await count('trips=none&item=BJM-005')).toBe(1);
});

test('a late case is late, one that waits for the resident is not', async () => {
  const late = await at.at('accepted');
  const waits = await at.at('waiting-resident');
  at.product.clock.set('2026-12-20T10:00:00+08:00');
  const worker = await at.product.as('worker');
  const { items } = await readRegister(worker, `${YEAR}&status=late&limit=100`);
  at.product.clock.set('2026-11-24T10:00:00+08:00');
  const found = items.map(({ caseId }) => caseId);
  expect(found).toContain(late.id);
  expect(found).not.toContain(waits.id);
});

test('a subdistrict reads service facts without persons, of its committees and each of them', async () => {
  const street = await readRegister(at.street, `${YEAR}&limit=100`);
  expect(street.persons).toBe(false);
  expect(street.items.length).toBeGreaterThan(10);
  for (const line of street.items)
    expect(line).toMatchObject({
      who: null,
      onBehalfOf: null,
      phone: null,
      door: null,
      words: null,
      firstAsked: null,
      rating: null,
    });
  const said = JSON.stringify(street);
  for (const personal of ['欧阳', '王晓', '孙晓梅', '13800000', '502室', '食堂', '写给'])
    expect(said).not.toContain(personal);
  const own = await readRegister(at.street, `${YEAR}&committee=${at.staff.worker.org}`);
  expect(own.totals).toEqual((await readRegister(at.worker)).totals);
  refused(
    await at.worker.get(`/api/v1/registers/reception?${YEAR}&committee=${at.staff.neighbour.org}`),
    404,
    'not-found',
  );
});

test('a neighbour sees nothing of it, offices and the district have no register', async () => {
  for (const register of REGISTERS)
    expect((await readRegister(at.neighbour, YEAR, register)).totals.lines).toBe(0);
  expect((await readTrips(at.neighbour)).all.matters).toBe(0);
  for (const client of [
    at.officer,
    at.centre,
    await at.product.as('district'),
    await at.product.as('auditor'),
  ]) {
    refused(await client.get(`/api/v1/registers/reception?${YEAR}`), 403, 'not-permitted');
    refused(await client.get(`/api/v1/registers/trips?${YEAR}`), 403, 'not-permitted');
  }
});

test.each([
  ['from=2026-01-01', 'to'],
  ['from=2026-02-30&to=2026-03-01', 'from'],
  ['from=2026-03-01&to=2026-03-01', 'to'],
  [`${YEAR}&channel=fax`, 'channel'],
  [`${YEAR}&item=everything`, 'item'],
  [`${YEAR}&status=lost`, 'status'],
  [`${YEAR}&cursor=abc`, 'cursor'],
  [`${YEAR}&q=王晓`, 'q'],
])('%s is refused and says where', async (query, path) => {
  const { fields } = refused(
    await at.worker.get(`/api/v1/registers/reception?${encodeURI(query)}`),
    422,
    'invalid-input',
  );
  expect(fields?.map((field) => field.path)).toContain(path);
});

test('an unknown register is not found', async () => {
  refused(await at.worker.get(`/api/v1/registers/ranking?${YEAR}`), 404, 'not-found');
});
