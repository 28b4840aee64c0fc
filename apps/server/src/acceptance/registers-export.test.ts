import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfText } from '../platform/document/testing/pdf-text.ts';
import { unzipped } from '../platform/spreadsheet/testing/unzipped.ts';
import { type Committee, committee } from './testing/committee.ts';
import { open, record } from './testing/desk.ts';
import { changed } from './testing/owner.ts';
import { refused } from './testing/problem.ts';
import { settleIn } from './testing/residents.ts';

let at: Committee;
let residentId: string;
beforeAll(async () => {
  at = await committee();
  residentId = (
    await settleIn(at.product, at.owner, {
      committeeId: at.staff.worker.org,
      name: '尉迟㛃𠅤',
      phone: '13800000066',
      door: '6号楼601室',
    })
  ).id;
  await record(at.worker, { residentId, needs: [need('=HYPERLINK("http://x","点我")')] });
  await record(at.worker, { residentId, needs: [need('借伞')] });
  await record(at.worker, { visitor: { name: '路过的人' }, needs: [need('问路')] });
  await open(at.worker, { title: '不能外传的事', confidential: true });
});
afterAll(() => at.end());

const need = (words: string) => ({ id: uuidv7(), words, outcome: 'settled' });
const order = (more: object = {}) => ({
  from: '2026-11-01',
  to: '2026-12-01',
  purpose: '月度核对',
  ...more,
});
const URL = '/api/v1/registers/reception/export.xlsx';
const PAPER = '/api/v1/registers/reception/export.pdf';

async function cookieOf(username: string): Promise<string> {
  const response = await at.product.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { username, password: 'quanzoutong-demo' },
  });
  return String(response.headers['set-cookie']);
}

async function paperFor(username: string, more: object = {}): Promise<string[]> {
  const response = await at.product.app.inject({
    method: 'POST',
    url: PAPER,
    headers: { cookie: await cookieOf(username) },
    payload: order(more),
  });
  expect(response.statusCode, response.payload.slice(0, 300)).toBe(200);
  expect(response.headers['content-type']).toBe('application/pdf');
  return pdfText(response.rawPayload);
}

/** The words of the file that somebody takes away. */
async function takenBy(
  username: string,
  more: object = {},
): Promise<{ words: string; cells: string }> {
  const response = await at.product.app.inject({
    method: 'POST',
    url: URL,
    headers: { cookie: await cookieOf(username) },
    payload: order(more),
  });
  expect(response.statusCode, response.payload.slice(0, 300)).toBe(200);
  expect(response.headers).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'cache-control': 'no-store',
    'content-disposition': expect.stringMatching(/^attachment; .*2026-11-01.*\.xlsx$/),
  });
  const files = unzipped(response.rawPayload);
  return {
    words: files.get('xl/sharedStrings.xml') ?? '',
    cells: files.get('xl/worksheets/sheet1.xml') ?? '',
  };
}

const auditSince = (from: Date) =>
  at.owner.rows<{ action: string; purpose: string; subject_id: string | null; facts: object }>(
    `select action, purpose, subject_id, facts from audit_entry where action in ('ledger.export', 'resident.unmask') and at >= $1 order by action`,
    [from],
  );

test('the file is masked, says of when, by whom and what for; words stay words', async () => {
  const { words, cells } = await takenBy('worker');
  expect(words).toContain('尉迟**');
  for (const hidden of ['尉迟㛃𠅤', '13800000066', '路过的人']) expect(words).not.toContain(hidden);
  expect(words).toContain('用途:月度核对');
  expect(words).toContain('2026-11-01 至 2026-11-30');
  expect(words).toContain('=HYPERLINK("http://x","点我")');
  expect(cells).not.toContain('<f');
});

test('whole names only when asked for, and then the log holds each person and the count', async () => {
  at.product.clock.set('2026-11-24T11:00:00+08:00');
  const since = at.product.clock.now();
  const { words } = await takenBy('worker', { full: true, purpose: '派出所调阅' });
  expect(words).toContain('尉迟㛃𠅤');
  expect(words).toContain('13800000066');
  expect(words).toContain('请妥善保管');
  const entries = await auditSince(since);
  expect(entries).toEqual([
    {
      action: 'ledger.export',
      purpose: '派出所调阅',
      subject_id: null,
      facts: expect.objectContaining({ register: 'reception', full: true, format: 'xlsx' }),
    },
    { action: 'resident.unmask', purpose: '派出所调阅', subject_id: residentId, facts: {} },
  ]);
  const taken = entries[0]?.facts as { lines: number };
  expect(taken.lines).toBeGreaterThanOrEqual(3);
});

test('a confidential matter is in no file unless asked for by somebody named in it', async () => {
  expect((await takenBy('worker')).words).not.toContain('不能外传的事');
  expect((await takenBy('worker', { confidential: true })).words).toContain('不能外传的事');
  expect((await takenBy('colleague', { confidential: true })).words).not.toContain('不能外传的事');
});

test('a subdistrict takes service facts away, never persons', async () => {
  const { words } = await takenBy('street');
  expect(words).toContain('不含个人信息');
  expect(words).toContain('林云居委会');
  for (const personal of ['尉迟', '借伞', '孙晓梅', '601室']) expect(words).not.toContain(personal);
  refused(await at.street.post(URL, order({ full: true })), 403, 'not-permitted');
});

test('without a purpose nothing is taken away, and nothing is written', async () => {
  const before = await at.owner.contents();
  for (const purpose of [undefined, '', '  ', 'x'.repeat(101), '\u0000'])
    refused(await at.worker.post(URL, order({ purpose })), 422, 'invalid-input');
  refused(await at.worker.post(URL, order({ to: '2026-11-01' })), 422, 'invalid-input');
  refused(await at.worker.post(URL, order({ format: 'csv' })), 422, 'invalid-input');
  refused(await at.worker.post(PAPER, order({ purpose: '' })), 422, 'invalid-input');
  for (const client of [at.officer, at.centre])
    refused(await client.post(URL, order()), 403, 'not-permitted');
  refused(await at.product.anybody.post(URL, order()), 401, 'session-required');
  expect(changed(before, await at.owner.contents())).toEqual([]);
});

test('on paper: masked, titles on every page, words printed as they were said, nothing confidential', async () => {
  const said = `#panic("x") $x^2$ *b* ${'很长的话'.repeat(60)}`;
  for (let n = 0; n < 25; n++) await record(at.worker, { needs: [need(said)] });
  const pages = await paperFor('worker');
  expect(pages.length).toBeGreaterThan(1);
  for (const [index, page] of pages.entries()) {
    expect(page).toContain('什么事(原话)');
    expect(page).toContain(`第${index + 1}页，共${pages.length}页`);
  }
  const all = pages.join('');
  expect(all).toContain('#panic("x")$x^2$*b*很长的话');
  expect(all).toContain('尉迟**');
  expect(all).toContain('用途:月度核对');
  for (const hidden of ['尉迟㛃𠅤', '13800000066', '不能外传的事'])
    expect(all).not.toContain(hidden);
  expect((await paperFor('head', { full: true })).join('')).toContain('尉迟㛃𠅤');
  const above = (await paperFor('street')).join('');
  for (const personal of ['尉迟', '借伞', '孙晓梅']) expect(above).not.toContain(personal);
});
