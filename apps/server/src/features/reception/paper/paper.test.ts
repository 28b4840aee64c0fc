import type { CaseView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { qrCode } from '../../../platform/document/index.ts';
import { pdfText } from '../../../platform/document/testing/pdf-text.ts';
import { expectStatus, openCase, rowsBehind, takeStep } from '../../../testing/casework.ts';
import { type Client, type TestProduct, testProduct } from '../../../testing/product.ts';
import { slipData } from './paper-data.ts';

let product: TestProduct;
let worker: Client;
beforeAll(async () => {
  product = await testProduct();
  worker = await product.as('worker');
});
afterAll(() => product.drop());

/** A case whose visitor is known by name, as a contact at the desk leaves it. */
async function caseOf(name: string, more: object = {}): Promise<CaseView> {
  const [encounterId, needId] = [uuidv7(), uuidv7()];
  expectStatus(
    await worker.post('/api/v1/encounters', {
      id: encounterId,
      channel: 'desk',
      startedAt: '2026-11-24T09:50:00+08:00',
      visitor: { name, phone: '13800000001' },
      needs: [{ id: needId, words: '想办一张卡', outcome: 'case' }],
    }),
    201,
  );
  return openCase(worker, { encounterId, needId, serviceItem: 'BJM-023', ...more });
}

async function paper(client: Client, url: string): Promise<string> {
  const answer = await client.get(url);
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  return (await pdfText(answer.bytes)).join('');
}

const urlOf = (opened: CaseView, name: string): string => `/api/v1/cases/${opened.id}/${name}.pdf`;

test('the notice says what to bring and what is here, how long with its standing, and whom to ask', async () => {
  const opened = await caseOf('王㛃𠅤', { materials: [{ name: '怀孕证明', copies: 2 }] });
  for (const size of ['a4', 'a5']) {
    const said = await paper(worker, `${urlOf(opened, 'notice')}?size=${size}`);
    for (const part of [
      '一次告知单',
      '林云',
      '王㛃𠅤您好',
      '孕妇联系单',
      opened.number,
      '怀孕证明已收2份',
      '2026年11月24日',
      '待核实',
      '查询码',
      opened.firstAsked.name,
      '周一至周五08:30–11:30',
    ])
      expect(said).toContain(part);
  }
});

test('words that Typst reads as orders stand on the paper as they were written', async () => {
  const title = '#panic("x")办$x$`\\件#import';
  const opened = await openCase(worker, { title });
  expect(await paper(worker, urlOf(opened, 'notice'))).toContain(title);
  expect(await paper(worker, urlOf(opened, 'slip'))).toContain(title);
});

test('a character that no font has is left to be written by hand, and the answer says so', async () => {
  const opened = await caseOf('李\u{31351}');
  const answer = await worker.get(urlOf(opened, 'notice'));
  expect(answer.headers['x-missing-glyphs']).toBe('U+31351');
  expect((await pdfText(answer.bytes)).join('')).toContain('李＿您好');
});

test('the receipt counts what was taken in, once for each side; without anything there is none', async () => {
  const opened = await caseOf('邵兰英');
  expect(await worker.get(urlOf(opened, 'receipt'))).toMatchObject({
    status: 404,
    body: { detail: '还没有收到材料,没有收据可打' },
  });
  const accepted = await takeStep(worker, opened, 'accept');
  const asked = await takeStep(worker, accepted, 'ask-materials', {
    materials: [{ name: '结婚证', copies: 1 }],
  });
  const got = await takeStep(worker, asked, 'receive-materials', {
    materials: [{ name: '结婚证', copies: 3 }],
  });
  for (const size of ['a4', 'a5']) {
    const said = await paper(worker, `${urlOf(got, 'receipt')}?size=${size}`);
    expect(said).toContain('今收到邵兰英为办理');
    expect(said).toContain('共3份');
    expect(said).toContain('居民留存');
    expect(said).toContain('居委会留存');
    expect(said).toContain('交件人签名');
  }
});

test('the slip says number, matter, when an answer comes and whom to ask for', async () => {
  const opened = await caseOf('邵兰英');
  const said = await paper(worker, `${urlOf(opened, 'slip')}?size=a5`);
  for (const part of [
    opened.number,
    '孕妇联系单',
    '前开始办，并告诉您能不能办',
    '周一至周五',
    opened.firstAsked.name,
  ])
    expect(said).toContain(part);
});

test('the notice of an item needs no case and names the caller', async () => {
  const said = await paper(worker, '/api/v1/service-items/BJM-023/notice.pdf?size=a5');
  expect(said).toContain('孕妇联系单');
  expect(said).toContain('怀孕证明');
  expect(said).not.toContain('办件号');
  expect((await product.anybody.get('/api/v1/service-items/BJM-023/notice.pdf')).status).toBe(401);
  expect((await worker.get('/api/v1/service-items/BJM-999/notice.pdf')).status).toBe(404);
});

test('a paper of a confidential case names nobody, and a slip of it is not printed', async () => {
  const secret = await caseOf('顾小妹', {
    confidential: true,
    safePhone: '13800000009',
    title: '家里有人打她',
    materials: [{ name: '怀孕证明', copies: 1 }],
  });
  for (const name of ['notice', 'receipt']) {
    const said = await paper(worker, urlOf(secret, name));
    for (const part of ['顾小妹', '家里', '联系单', '建孕册', secret.number, '查询码'])
      expect(said).not.toContain(part);
  }
  expect(await worker.get(urlOf(secret, 'slip'))).toMatchObject({
    status: 403,
    body: { code: 'not-permitted' },
  });
});

test('papers follow the case: whoever does not see it gets none, and each printing is in the log', async () => {
  const opened = await caseOf('邵兰英', { confidential: true, safePhone: '13800000009' });
  for (const name of ['worker2', 'officer', 'street', 'centre'])
    expect((await (await product.as(name)).get(urlOf(opened, 'notice'))).status).toBe(404);
  await paper(worker, `${urlOf(opened, 'notice')}?size=a5`);
  const log = await rowsBehind<{ purpose: string; facts: unknown }>(
    product,
    "select purpose, facts from audit_entry where action = 'case.print' and subject_id = $1",
    [opened.id],
  );
  expect(log).toEqual([{ purpose: '打印一次告知单', facts: { paper: 'notice', size: 'a5' } }]);
});

test('whoever supervises reads the notice with the name masked', async () => {
  const opened = await openCase(worker, { serviceItem: 'BJM-023' });
  const street = await product.as('street');
  expect(await paper(street, urlOf(opened, 'notice'))).toContain('孕妇联系单');
  const named = await caseOf('欧阳建国');
  expect(await paper(street, urlOf(named, 'notice'))).not.toContain('建国');
});

test('the answer is shown in the page, kept nowhere, and its name tells of no person', async () => {
  const opened = await caseOf('邵兰英');
  const { headers } = await worker.get(urlOf(opened, 'notice'));
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['content-disposition']).toBe(
    `inline; filename="${opened.number}.pdf"; filename*=UTF-8''${encodeURIComponent(`一次告知单-${opened.number}.pdf`)}`,
  );
  expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  const wrong = await worker.get(`${urlOf(opened, 'notice')}?size=a3`);
  expect([wrong.status, (wrong.body as { code: string }).code]).toEqual([422, 'invalid-input']);
});

test('the squares on paper lead to the public address where there is one, else to where the desk was opened', async () => {
  const view = await caseOf('邵兰英');
  const squares = (url: string) => {
    const of = { view: { ...view, track: { url } }, item: undefined, confidential: false };
    return slipData(
      { ...of, resident: undefined, origin: 'http://127.0.0.1:8080' },
      { office: '林云', receiver: null, phone: null, hours: null, at: null, size: 'a5' },
    );
  };
  const [whole, own] = ['https://jw.example.cn/track?c=A-1', '/track?c=A-1'];
  expect(squares(whole)).toMatchObject({ track: { squares: qrCode(whole), code: ['A-1'] } });
  expect(squares(own)).toMatchObject({
    track: { squares: qrCode(`http://127.0.0.1:8080${own}`), code: ['A-1'] },
  });
});
