import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Committee, committee } from './testing/committee.ts';
import { askingForACase, open, post, read, record, walk } from './testing/desk.ts';
import { refused } from './testing/problem.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
});
afterAll(() => at.end());

const REPORT = {
  type: 'report',
  data: { reported: true, to: '林云派出所', number: '110', at: '2026-11-24T09:58:00+08:00' },
};
const ENDS = [
  { type: 'withdraw' },
  { type: 'transfer', note: '移交', data: { to: { office: '区妇联' } } },
  { type: 'close', data: { reason: 'moved' } },
];

test('what must be told to the police is confidential and does not end before it was told', async () => {
  const made = await open(at.worker, { title: '小孩身上都是乌青', danger: 'violence-minor' });
  expect(made.flags).toEqual(
    expect.arrayContaining(['urgent', 'confidential', 'mandatory-report']),
  );
  refused(await at.colleague.get(`/api/v1/cases/${made.id}`), 404, 'not-found');
  for (const end of ENDS)
    refused(await post(at.head, made.id, made.version, end), 409, 'transition-not-allowed');
  const told = await walk(at.worker, made, REPORT);
  expect(told.events.at(-1)?.data).toEqual(REPORT.data);
  expect(told.flags).not.toContain('mandatory-report');
  expect((await walk(at.worker, told, { type: 'withdraw' })).status).toBe('closed');
});

test('a report says to whom and by which telephone, or why there was none', async () => {
  const made = await open(at.worker, { danger: 'violence-minor' });
  const send = (data: object) => post(at.worker, made.id, made.version, { type: 'report', data });
  const fields = async (data: object) =>
    ((await send(data)).body as { fields: { path: string }[] }).fields.map(({ path }) => path);
  expect(await fields({ reported: true })).toEqual(['data.to']);
  expect(await fields({ reported: true, to: '派出所' })).toEqual(['data.number']);
  expect(await fields({ reported: false })).toEqual(['data.reason']);
  expect(await fields({ ...REPORT.data, at: '2026-11-25T10:00:00+08:00' })).toEqual(['data.at']);
  const without = await walk(at.worker, made, {
    type: 'report',
    data: { reported: false, reason: '核实后是摔伤,医生已确认' },
  });
  expect((await walk(at.worker, without, { type: 'withdraw' })).status).toBe('closed');
});

test('settled on the spot it stays open as long as nobody was told', async () => {
  const made = await open(at.worker, { mandatoryReport: true, settle: { answer: '先安置好了' } });
  expect(made.status).toBe('answered');
  expect(made.flags).toContain('mandatory-report');
});

test('a colleague who finds the duty hides the case and its contacts, from himself too', async () => {
  const { id: encounterId } = await record(
    at.worker,
    askingForACase({ visitor: { phone: '13800000001' } }),
  );
  const made = await open(at.worker, { encounterId });
  const bound = await walk(at.colleague, made, { type: 'must-report' });
  expect(bound.flags).toEqual(expect.arrayContaining(['confidential', 'mandatory-report']));
  refused(await at.colleague.get(`/api/v1/cases/${made.id}`), 404, 'not-found');
  refused(await at.colleague.get(`/api/v1/encounters/${encounterId}`), 404, 'not-found');
  expect((await at.worker.get(`/api/v1/encounters/${encounterId}`)).status).toBe(200);
  expect((await read(at.head, made.id)).flags).toContain('mandatory-report');
});

test('an alarm is the handler’s to give and to end, with a reason', async () => {
  const made = await open(at.worker);
  refused(await post(at.colleague, made.id, made.version, { type: 'alarm' }), 403, 'not-permitted');
  refused(
    await post(at.worker, made.id, made.version, { type: 'alarm', data: { danger: 'dragons' } }),
    422,
    'invalid-input',
  );
  const urgent = await walk(at.worker, made, { type: 'alarm', data: { danger: 'fall' } });
  expect(urgent).toMatchObject({ alarm: { danger: 'fall', calledAt: null } });
  refused(
    await post(at.worker, made.id, urgent.version, { type: 'all-clear' }),
    422,
    'invalid-input',
  );
  const calm = await walk(at.worker, urgent, { type: 'all-clear', note: '已扶起,没有受伤' });
  expect(calm.flags).not.toContain('urgent');
});

test('only a colleague of the committee can be let know, by the first asked or the head', async () => {
  const made = await open(at.worker, { confidential: true });
  const share = (staff: string) => ({ type: 'share', data: { staff } });
  for (const staff of [at.staff.neighbour.id, at.staff.officer.id, crypto.randomUUID()])
    refused(await post(at.worker, made.id, made.version, share(staff)), 422, 'invalid-input');
  const shared = await walk(at.head, made, share(at.world.colleagueId));
  expect(shared.shared).toEqual([{ id: at.world.colleagueId, name: expect.any(String) }]);
  refused(
    await post(at.colleague, made.id, shared.version, share(at.staff.head.id)),
    403,
    'not-permitted',
  );
  expect((await walk(at.colleague, shared, { type: 'note', note: '我陪她去' })).version).toBe(3);
});

test('whom one called and by which number stands plain nowhere in the database', async () => {
  const made = await open(at.worker, { danger: 'gas' });
  await walk(at.worker, made, {
    type: 'call',
    data: { whom: 'buildingLead', name: '周阿姨', number: '13911112222' },
  });
  const rows = await at.owner.rows<{ data: unknown }>(
    "select data from case_event where case_id = $1 and type = 'call'",
    [made.id],
  );
  expect(rows).toEqual([{ data: { whom: 'buildingLead' } }]);
});
