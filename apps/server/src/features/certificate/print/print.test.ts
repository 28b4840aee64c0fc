import type { PaperView } from '@qzt/contract/certificate';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Committee, committee } from '../../../acceptance/testing/committee.ts';
import { open, read, walk } from '../../../acceptance/testing/desk.ts';
import { erase } from '../../../acceptance/testing/erase.ts';
import {
  certificateCase,
  confirmResidence,
  general,
  residence,
  somebody,
  step,
  took,
  written,
} from '../../../acceptance/testing/papers.ts';
import { refused } from '../../../acceptance/testing/problem.ts';
import { pdfText } from '../../../platform/document/testing/pdf-text.ts';
import { expectStatus } from '../../../testing/casework.ts';
import type { Answer, Client } from '../../../testing/product.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
  await confirmResidence(at);
});
afterAll(() => at.end());

const pdfOf = (who: Client, paper: Pick<PaperView, 'id'>): Promise<Answer> =>
  who.get(`/api/v1/certificates/${paper.id}/certificate.pdf`);
const said = async (answer: Answer): Promise<string> => {
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  return (await pdfText(answer.bytes)).join('');
};
const issued = async (fields: object = {}): Promise<PaperView> => {
  const { id: caseId } = await certificateCase(at);
  const body = residence(caseId);
  return written(at.worker, { ...body, fields: { ...body.fields, ...fields } });
};
const refuse = async (more: object = {}) => {
  const body = {
    id: uuidv7(),
    title: '亲属关系证明',
    code: 'NEG-01',
    reason: '国家有规定,居委会不开这一种。',
    instead: { office: '户籍派出所', phone: '021-5500 0001' },
    ...more,
  };
  expectStatus(await at.worker.post('/api/v1/certificates/refusals', body), 201);
  return body;
};

test('the paper carries what was issued: words, number, date, who wrote it, room for seal and signature, its fingerprint', async () => {
  const paper = await took(at.worker, await issued({ name: '王㛃𠅤' }), { type: 'print' });
  const text = await said(await pdfOf(at.worker, paper));
  for (const part of [
    '居住情况证明',
    paper.number ?? '',
    '林云街道社区学校：',
    '王㛃𠅤（身份证号码11010519491231002X）自2018年3月1日起',
    '特此证明。',
    '2026年11月24日',
    `经办人：${paper.requestedBy.name}`,
    '签名',
    '（盖章）',
    (paper.contentHash ?? '').slice(0, 16),
  ])
    expect(text).toContain(part);
  expect(text).not.toContain('同意出具');
  expect(text).not.toContain('重印');
});

test('the same copy is the same bytes, whenever it is printed; a second copy says that it is one', async () => {
  const first = await took(at.worker, await issued(), { type: 'print' });
  const once = await pdfOf(at.worker, first);
  at.product.clock.set('2026-11-24T11:30:00+08:00');
  const again = await pdfOf(at.head, first);
  at.product.clock.set('2026-11-24T10:00:00+08:00');
  expect(again.status).toBe(200);
  expect(again.bytes.equals(once.bytes)).toBe(true);
  const second = await took(at.worker, first, { type: 'print' });
  expect(await said(await pdfOf(at.worker, second))).toContain('重印件·第2次打印');
});

test('what the head agreed to names the head, and facts written in several lines keep their lines', async () => {
  const { id: caseId } = await certificateCase(at);
  const body = general(caseId);
  const facts = '第一行 #panic("x") $x$ `raw`\n第二行 *粗* \\件 {name}';
  const waiting = await written(at.worker, { ...body, fields: { ...body.fields, facts } });
  const paper = await took(at.head, await took(at.head, waiting, { type: 'approve' }), {
    type: 'print',
  });
  const text = await said(await pdfOf(at.worker, paper));
  expect(text).toContain(`同意出具：${paper.approvedBy?.name}`);
  expect(text).toContain('第一行#panic("x")$x$`raw`第二行*粗*\\件{name}');
});

test('a character that no font has is left to be written by hand, and the answer says so', async () => {
  const paper = await took(at.worker, await issued({ name: '李\u{31351}' }), { type: 'print' });
  const answer = await pdfOf(at.worker, paper);
  expect(answer.headers['x-missing-glyphs']).toBe('U+31351');
});

test('nothing is printed that was not issued and counted, that was voided, changed or erased, or that one may not see', async () => {
  const paper = await issued();
  refused(await pdfOf(at.worker, paper), 409, 'transition-not-allowed');
  const printed = await took(at.worker, paper, { type: 'print' });
  for (const who of [at.neighbour, at.officer, at.centre, at.street])
    refused(await pdfOf(who, printed), 404, 'not-found');
  const voided = await took(at.worker, printed, { type: 'void', reason: 'damaged' });
  refused(await pdfOf(at.worker, voided), 409, 'transition-not-allowed');
  const { id: caseId } = await certificateCase(at);
  refused(
    await pdfOf(at.worker, await written(at.worker, general(caseId))),
    409,
    'transition-not-allowed',
  );
  const other = await took(at.worker, await issued(), { type: 'print' });
  await at.owner.rows(
    "update issued_certificate_event set content_hash = repeat('0', 64) where certificate_id = $1 and type = 'issue'",
    [other.id],
  );
  refused(await pdfOf(at.worker, other), 409, 'transition-not-allowed');
  const { id: residentId } = await somebody(at);
  const opened = await open(at.worker, { kind: 'certificate', title: '居住证明', residentId });
  const gone = await took(at.worker, await written(at.worker, residence(opened.id)), {
    type: 'print',
  });
  await erase(at.product, residentId);
  refused(await pdfOf(at.worker, gone), 409, 'transition-not-allowed');
  refused(await step(at.worker, gone, { type: 'print' }), 409, 'transition-not-allowed');
});

test('the refusal to take home says why and where to go, as surely as it is known, and names nobody', async () => {
  const { id: residentId } = await somebody(at, '葛兰英');
  const { id } = await refuse({ residentId, title: '葛兰英的关系证明' });
  for (const size of ['a4', 'a5']) {
    const answer = await at.worker.get(`/api/v1/certificates/cases/${id}/refusal.pdf?size=${size}`);
    const text = await said(answer);
    for (const part of [
      '不予出具告知',
      '亲属关系证明',
      '国家有规定',
      '户籍派出所',
      '021-55000001',
      '以该单位答复为准',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('葛兰英');
  }
  const official = await refuse({
    code: 'NEG-11',
    instead: { office: '医疗卫生机构(签发《居民死亡医学证明》)' },
  });
  const answer = await at.worker.get(`/api/v1/certificates/cases/${official.id}/refusal.pdf`);
  expect(await said(answer)).not.toContain('以该单位答复为准');
});

test('a number that the worker typed is not passed off as known, and an earlier refusal vouches for no later one', async () => {
  const { id } = await refuse({
    code: 'NEG-11',
    instead: { office: '医疗卫生机构(签发《居民死亡医学证明》)', phone: '021-5500 0666' },
  });
  const url = `/api/v1/certificates/cases/${id}/refusal.pdf`;
  expect(await said(await at.worker.get(url))).toContain('以该单位答复为准');
  const known = await refuse({
    code: 'NEG-11',
    instead: { office: '医疗卫生机构(签发《居民死亡医学证明》)' },
  });
  const view = await read(at.worker, known.id);
  const again = await walk(at.worker, view, {
    type: 'reopen',
    note: '弄错了',
    data: { how: 'desk' },
  });
  const data = { reason: '这里开不了。', instead: { office: '别处' } };
  await walk(at.worker, again, { type: 'refuse', data });
  const text = await said(
    await at.worker.get(`/api/v1/certificates/cases/${known.id}/refusal.pdf`),
  );
  for (const part of ['别处', '以该单位答复为准']) expect(text).toContain(part);
});

test('a refusal in a confidential case is told and not printed; of a case without one there is no paper', async () => {
  const url = (id: string) => `/api/v1/certificates/cases/${id}/refusal.pdf`;
  const { id } = await refuse({ confidential: true });
  refused(await at.worker.get(url(id)), 403, 'not-permitted');
  refused(await at.colleague.get(url(id)), 404, 'not-found');
  const { id: open } = await certificateCase(at);
  refused(await at.worker.get(url(open)), 404, 'not-found');
  refused(await at.officer.get(url(open)), 403, 'not-permitted');
  refused(await at.worker.get(`${url(open)}?size=a3`), 422, 'invalid-input');
});
