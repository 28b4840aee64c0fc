import type { ResidentFile } from '@qzt/contract/household';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Committee, committee } from './testing/committee.ts';
import { askingForACase, open, record } from './testing/desk.ts';
import { refused } from './testing/problem.ts';
import { settleIn } from './testing/residents.ts';

let at: Committee;
let resident: { id: string; householdId: string };
beforeAll(async () => {
  at = await committee();
  resident = await settleIn(at.product, at.owner, {
    committeeId: at.staff.worker.org,
    name: '𠅤㛃英',
    phone: '13800000077',
    door: '502',
  });
});
afterAll(() => at.end());

const asked = { purpose: '接待' };
const file = async (who = at.worker): Promise<ResidentFile> =>
  (await who.post('/api/v1/residents/open', { ...asked, id: resident.id })).body as ResidentFile;

test('the file of whoever is at the desk: whole name, masked telephone, what was and is under way', async () => {
  const encounter = await record(at.worker, askingForACase({ residentId: resident.id }));
  const view = await open(at.worker, { encounterId: encounter.id, residentId: resident.id });
  expect(await file()).toMatchObject({
    name: '𠅤㛃英',
    phone: '138****0077',
    relation: '户主',
    members: [],
    contacts: [{ words: '想办一张孕妇联系单', outcome: 'case', caseId: view.id }],
    cases: [{ id: view.id, status: 'registered' }],
  });
  const phone = await at.worker.post('/api/v1/residents/phone', { ...asked, id: resident.id });
  expect(phone).toMatchObject({ status: 200, body: { phone: '13800000077' } });
  const looked = await at.owner.rows<{ action: string; purpose: string }>(
    "select action, purpose from audit_entry where subject_id = $1 and action in ('resident.open', 'resident.phone')",
    [resident.id],
  );
  expect(looked).toEqual(
    expect.arrayContaining([
      { action: 'resident.open', purpose: '接待' },
      { action: 'resident.phone', purpose: '接待' },
    ]),
  );
});

test('what is confidential shows in the file to those alone who may see it', async () => {
  const encounter = await record(at.worker, askingForACase({ residentId: resident.id }));
  const view = await open(at.worker, {
    encounterId: encounter.id,
    residentId: resident.id,
    confidential: true,
  });
  const shows = ({ cases, contacts }: ResidentFile) => ({
    case: cases.some((one) => one.id === view.id),
    contact: contacts.some((one) => one.caseId === view.id),
  });
  expect(shows(await file())).toEqual({ case: true, contact: true });
  expect(shows(await file(at.colleague))).toEqual({ case: false, contact: false });
});

test('another committee, an unknown id and a missing purpose open nobody', async () => {
  const neighbour = await at.product.as('worker2');
  for (const path of ['open', 'phone']) {
    const url = `/api/v1/residents/${path}`;
    refused(await neighbour.post(url, { ...asked, id: resident.id }), 404, 'not-found');
    refused(await at.worker.post(url, { ...asked, id: uuidv7() }), 404, 'not-found');
    refused(await at.worker.post(url, { id: resident.id }), 422, 'invalid-input');
  }
});

test('a search says whether there are more than it shows', async () => {
  const search = async (limit: number) =>
    (await at.worker.post('/api/v1/residents/search', { ...asked, q: '502', limit })).body;
  await settleIn(at.product, at.owner, {
    committeeId: at.staff.worker.org,
    name: '王二',
    phone: '13800000078',
    door: '502',
  });
  expect(await search(1)).toMatchObject({ items: [{ door: '502' }], more: true });
  expect(await search(2)).toMatchObject({ more: false });
});

test('a building finds those who live in it, narrowed by a surname; a surname alone those who bear it first', async () => {
  const settled = async (name: string, phone: string, door: string) =>
    settleIn(at.product, at.owner, { committeeId: at.staff.worker.org, name, phone, door });
  await settled('张平', '13800000081', '7/101');
  await settled('李张氏', '13800000082', '7/102');
  await settled('张和', '13800000083', '17/101');
  const names = async (q: string) => {
    const { body } = await at.worker.post('/api/v1/residents/search', { ...asked, q });
    return (body as { items: { name: string; door: string }[] }).items.map(
      ({ name, door }) => `${name} ${door}`,
    );
  };
  expect(await names('7号楼')).toEqual(['张* 7/101', '李** 7/102']);
  expect(await names('7号楼 张')).toEqual(['张* 7/101']);
  expect(await names('9号楼')).toEqual([]);
  const borne = (await names('张')).map((one) => one.slice(0, 1));
  expect(borne.indexOf('李')).toBe(borne.lastIndexOf('张') + 1);
});

test('a case is found by the number that its resident was told, by those who may see it', async () => {
  const view = await open(at.worker, {});
  const found = async (who = at.worker) =>
    (
      (await who.get(`/api/v1/cases?number=${view.number}`)).body as { items: { id: string }[] }
    ).items.map((one) => one.id);
  expect(await found()).toEqual([view.id]);
  expect(await found(at.neighbour)).toEqual([]);
  refused(await at.worker.get('/api/v1/cases?number=1'), 422, 'invalid-input');
});
