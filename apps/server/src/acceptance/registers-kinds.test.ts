import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../testing/casework.ts';
import { type Committee, committee } from './testing/committee.ts';
import { askingForACase, open, read, record, walk } from './testing/desk.ts';
import { refused } from './testing/problem.ts';
import { readRegister, readTrips, YEAR } from './testing/registers.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
});
afterAll(() => at.end());

test('one case is one line of its register however often somebody came, and urgent ones say when they were acted on', async () => {
  const { id: encounterId } = await record(at.worker, askingForACase());
  const opened = await open(at.worker, { encounterId, kind: 'certificate', urgent: true });
  for (let n = 0; n < 2; n++)
    await record(at.worker, {
      needs: [{ id: uuidv7(), words: '又来问', outcome: 'case', caseId: opened.id }],
    });
  at.product.clock.set('2026-11-24T10:03:10+08:00');
  await walk(at.worker, await read(at.worker, opened.id), { type: 'accept' });
  at.product.clock.set('2026-11-24T10:00:00+08:00');
  for (const register of ['certificate', 'urgent']) {
    const lines = (await readRegister(at.worker, `${YEAR}&limit=100`, register)).items.filter(
      ({ caseId }) => caseId === opened.id,
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      words: '想办一张孕妇联系单',
      firstStepAt: '2026-11-24T10:03:10+08:00',
      firstCallAt: null,
    });
  }
  const all = (await readRegister(at.worker, `${YEAR}&limit=100`)).items;
  expect(all.filter(({ caseId }) => caseId === opened.id)).toHaveLength(3);
});

test('an alarm that was raised later counts from then, and stands in the register also when it was none', async () => {
  const opened = await open(at.worker, { title: '闻到煤气味' });
  const urgentOf = async () =>
    (await readRegister(at.worker, `${YEAR}&limit=100`, 'urgent')).items.filter(
      ({ caseId }) => caseId === opened.id,
    );
  expect(await urgentOf()).toEqual([]);
  const step = async (clock: string, ...steps: Parameters<typeof walk>[2][]) => {
    at.product.clock.set(`2026-11-24T${clock}+08:00`);
    await walk(at.worker, await read(at.worker, opened.id), ...steps);
  };
  await step('11:00:00', { type: 'alarm' });
  await step('11:02:00', { type: 'call', data: { whom: 'gas', number: '962777' } });
  await step('11:30:00', { type: 'all-clear', note: '邻居烧菜' });
  at.product.clock.set('2026-11-24T10:00:00+08:00');
  expect(await urgentOf()).toMatchObject([
    {
      urgentSince: '2026-11-24T11:00:00+08:00',
      firstCallAt: '2026-11-24T11:02:00+08:00',
      firstStepAt: '2026-11-24T11:02:00+08:00',
    },
  ]);
});

test('trips are counted of settled matters, by item, and too few say so', async () => {
  const day = 'from=2026-08-03&to=2026-08-04';
  const startedAt = '2026-08-03T10:00:00+08:00';
  const settled = (journey?: number, more: object = {}) =>
    record(at.worker, {
      startedAt,
      ...(journey === undefined ? {} : { journey }),
      needs: [{ id: uuidv7(), words: '事', serviceItem: 'BJM-005', outcome: 'settled' }],
      ...more,
    });
  for (let n = 0; n < 28; n++) await settled(1);
  await settled(2);
  await record(at.worker, { startedAt });
  expect((await readTrips(at.worker, day)).all).toMatchObject({
    matters: 29,
    more: 1,
    enough: false,
  });
  await settled(undefined, { channel: 'phone' });
  const { all, items } = await readTrips(at.worker, day);
  expect(all).toEqual({ none: 1, one: 28, more: 1, matters: 30, share: 29 / 30, enough: true });
  expect(items).toEqual([{ item: { code: 'BJM-005', name: expect.any(String) }, trips: all }]);
});

test('what was lent is a line: to whom (masked), until when, back or late; and has no other filters', async () => {
  const lend = async (more: object) =>
    expectStatus<{ id: string; version: number }>(
      await at.worker.post('/api/v1/loans', { id: uuidv7(), ...more }),
      201,
    );
  const lent = await lend({
    thing: { name: '王晓家的梯子' },
    count: 2,
    borrower: { name: '王晓', phone: '13800000055' },
    until: '2026-11-25',
  });
  await at.worker.post(
    `/api/v1/loans/${lent.id}/steps`,
    { id: uuidv7(), type: 'return', count: 1 },
    { version: lent.version },
  );
  await lend({ thing: { name: '雨伞' } });
  const { items, totals } = await readRegister(at.colleague, YEAR, 'loan');
  expect(totals).toEqual({ lines: 2, cases: 0, open: 2, late: 0, done: 0 });
  expect(items.find(({ id }) => id === lent.id)).toMatchObject({
    who: '王*',
    phone: '138****0055',
    promisedBy: expect.stringMatching(/^2026-11-25T/),
    closedAt: null,
    firstAsked: { name: '孙晓梅' },
    loan: { thing: '王晓家的梯子', count: 2, returned: 1, state: 'out' },
  });
  const [first, second] = [await readRegister(at.worker, `${YEAR}&limit=1`, 'loan'), items];
  expect(first.items.map(({ id }) => id)).toEqual([second[0]?.id]);
  const next = await readRegister(at.worker, `${YEAR}&limit=1&cursor=${first.nextCursor}`, 'loan');
  expect(next.items.map(({ id }) => id)).toEqual([second[1]?.id]);
  expect(next.nextCursor).toBeNull();
  at.product.clock.set('2026-12-01T10:00:00+08:00');
  const late = await readRegister(await at.product.as('worker'), `${YEAR}&status=late`, 'loan');
  at.product.clock.set('2026-11-24T10:00:00+08:00');
  expect(late.totals.late).toBe(2);
  const above = await readRegister(at.street, YEAR, 'loan');
  expect(JSON.stringify(above)).not.toMatch(/王晓|13800000055|孙晓梅/);
  expect(above.items.map(({ loan }) => loan?.thing).sort()).toEqual(['其他物品', '雨伞']);
  for (const filter of ['channel=desk', 'item=other', 'trips=one'])
    refused(await at.worker.get(`/api/v1/registers/loan?${YEAR}&${filter}`), 422, 'invalid-input');
});

test('a paper that was issued stands with its number in the register of certificates, also when it is void', async () => {
  const opened = await open(at.worker, { title: '写个情况', serviceItem: 'BJM-005' });
  const issue = (number: string, status: string) =>
    at.owner.rows(
      `insert into issued_certificate (committee_id, id, case_id, template, status, number, requested_by, requested_at, issued_at)
       values ($1, $2, $3, 'CT-01', $4, $5, $6, now(), now())`,
      [at.staff.worker.org, uuidv7(), opened.id, status, number, at.staff.worker.id],
    );
  const linesOf = async () =>
    (await readRegister(at.worker, `${YEAR}&limit=100`, 'certificate')).items.filter(
      ({ caseId }) => caseId === opened.id,
    );
  expect(await linesOf()).toEqual([]);
  await issue('ZM-1', 'issued');
  await issue('ZM-2', 'void');
  const [line, ...more] = await linesOf();
  expect(more).toEqual([]);
  expect([...(line?.certificates ?? [])].sort()).toEqual(['ZM-1', 'ZM-2(已作废)']);
});
