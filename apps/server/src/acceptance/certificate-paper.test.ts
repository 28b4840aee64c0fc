import type { PaperView } from '@qzt/contract/certificate';
import { certificateNumber } from '@qzt/domain/certificate';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../testing/casework.ts';
import { type Committee, committee } from './testing/committee.ts';
import { open, walk } from './testing/desk.ts';
import { changed } from './testing/owner.ts';
import {
  certificateCase,
  confirmResidence,
  create,
  general,
  listed,
  residence,
  rule,
  somebody,
  step,
  took,
  written,
} from './testing/papers.ts';
import { refused } from './testing/problem.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
  await confirmResidence(at);
});
afterAll(() => at.end());

test('what is known is filled in, and the log says that whole names were shown', async () => {
  const { id: residentId, door } = await somebody(at, '邵㛃英');
  const { id: caseId } = await open(at.worker, {
    kind: 'certificate',
    title: '居住证明',
    residentId,
  });
  const ask = (template: string, who = at.worker) =>
    who.post('/api/v1/certificates/prefill', { caseId, template });
  expect((await ask('CT-01')).body).toEqual({
    fields: { name: '邵㛃英', address: door },
  });
  const looked = await at.owner.rows(
    "select purpose from audit_entry where action = 'resident.unmask' and subject_id = $1",
    [residentId],
  );
  expect(looked).toEqual([{ purpose: '写证明' }]);
  refused(await ask('CT-77'), 422, 'invalid-input');
  refused(await ask('CT-01', at.neighbour), 404, 'not-found');
  refused(await ask('CT-01', at.officer), 403, 'not-permitted');
  const { id } = await open(at.worker, { kind: 'certificate', title: '居住证明' });
  const nobody = await at.worker.post('/api/v1/certificates/prefill', {
    caseId: id,
    template: 'CT-01',
  });
  expect(nobody.body).toEqual({ fields: {} });
});

test('an allowed paper is issued at once, numbered, archived with its fingerprint, and the same when it is asked for twice', async () => {
  const { id: caseId } = await certificateCase(at);
  const key = uuidv7();
  const body = residence(caseId);
  const paper = expectStatus<PaperView>(await create(at.worker, body, key), 201);
  expect(paper).toMatchObject({
    id: body.id,
    status: 'issued',
    number: expect.stringMatching(/^〔2026〕\d{6}号$/),
    approvedBy: null,
    issuedAt: '2026-11-24T10:00:00+08:00',
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    intact: true,
    copies: 0,
    allowedSteps: ['print', 'void'],
    content: {
      title: '居住情况证明',
      addressee: '林云街道社区学校：',
      paragraphs: [
        '邵兰英（身份证号码11010519491231002X）自2018年3月1日起居住在林云一村3号楼502室。',
        expect.stringContaining('人口登记'),
      ],
    },
  });
  expect((await create(at.worker, body, key)).body).toEqual(paper);
  expect(expectStatus(await at.worker.get(`/api/v1/certificates/${paper.id}`), 200)).toEqual(paper);
  expect((await listed(at.worker, `caseId=${caseId}`)).map(({ id }) => id)).toEqual([paper.id]);
  expect(refused(await create(at.worker, body), 409, 'id-exists').current).toEqual({ version: 2 });
});

test('what no list confirms waits for the head, whose name it then carries; the head may also decline', async () => {
  const { id: caseId } = await certificateCase(at);
  const waiting = await written(at.worker, general(caseId));
  expect(waiting).toMatchObject({ status: 'waiting', number: null, allowedSteps: ['decline'] });
  expect((await listed(at.head, 'status=waiting')).map(({ id }) => id)).toContain(waiting.id);
  refused(await step(at.worker, waiting, { type: 'approve' }), 403, 'not-permitted');
  refused(await step(at.worker, waiting, { type: 'print' }), 409, 'transition-not-allowed');
  const issued = await took(at.head, waiting, { type: 'approve' });
  expect(issued).toMatchObject({
    status: 'issued',
    number: expect.any(String),
    approvedBy: { id: at.staff.head.id },
    requestedBy: { id: at.staff.worker.id },
    intact: true,
    content: { paragraphs: expect.not.arrayContaining([expect.stringContaining('身份证')]) },
  });
  refused(await step(at.head, waiting, { type: 'approve' }), 409, 'version-conflict');
  const other = await written(at.worker, general(caseId));
  expect(await took(at.head, other, { type: 'decline', note: '先调查' })).toMatchObject({
    status: 'declined',
    number: null,
    ended: { note: '先调查', reason: '' },
    allowedSteps: [],
  });
  const own = await written(at.head, general(caseId));
  expect(own).toMatchObject({ status: 'issued', approvedBy: { id: at.staff.head.id } });
});

test('what waited is not agreed to once its case is closed, or once an office has come to refuse it', async () => {
  const opened = await certificateCase(at);
  const late = await written(at.worker, general(opened.id));
  await walk(at.worker, opened, { type: 'withdraw' });
  const closed = refused(
    await step(at.head, late, { type: 'approve' }),
    409,
    'transition-not-allowed',
  );
  expect(closed.detail).toContain('办件已经结束');
  const { id: caseId } = await certificateCase(at);
  const ask = () => written(at.worker, general(caseId, { code: 'POS-SH-08', answers: {} }));
  const [before, after] = [await ask(), await ask()];
  expect(before.status).toBe('waiting');
  await took(at.head, before, { type: 'approve' });
  await rule(at, 'POS-SH-08', 'refuse');
  const ruled = refused(
    await step(at.head, after, { type: 'approve' }),
    409,
    'transition-not-allowed',
  );
  expect(ruled.detail).toContain('现在定为不开');
  for (const paper of [late, after])
    expect(await took(at.head, paper, { type: 'decline', note: '不开了' })).toMatchObject({
      number: null,
    });
});

test('prints are counted; a voided paper stays with its reason and number', async () => {
  const { id: caseId } = await certificateCase(at);
  let paper = await written(at.worker, residence(caseId));
  for (const copies of [1, 2]) {
    paper = await took(at.colleague, paper, { type: 'print' });
    expect(paper.copies).toBe(copies);
  }
  refused(await step(at.colleague, paper, { type: 'void', reason: 'wrong' }), 403, 'not-permitted');
  refused(await step(at.worker, paper, { type: 'void', reason: 'bored' }), 422, 'invalid-input');
  const voided = await took(at.worker, paper, { type: 'void', reason: 'wrong', note: '门牌写错' });
  expect(voided).toMatchObject({
    status: 'void',
    number: paper.number,
    contentHash: paper.contentHash,
    intact: true,
    copies: 2,
    ended: { reason: 'wrong', note: '门牌写错', by: expect.any(String) },
    allowedSteps: [],
  });
  refused(await step(at.worker, voided, { type: 'print' }), 409, 'transition-not-allowed');
  const [row] = await at.owner.rows<{ n: number }>(
    'select count(*)::int as n from issued_certificate where id = $1',
    [paper.id],
  );
  expect(row?.n).toBe(1);
});

test('numbers differ within a committee and year, also when two would be the same', async () => {
  const { id: caseId } = await certificateCase(at);
  const first = await written(at.worker, residence(caseId));
  const id = uuidv7();
  await at.owner.rows('update issued_certificate set number = $1 where id = $2', [
    certificateNumber(id, '2026-11-24T02:00:00Z', 0),
    first.id,
  ]);
  const second = await written(at.worker, residence(caseId, { id }));
  expect(second.number).toBe(certificateNumber(id, '2026-11-24T02:00:00Z', 1));
});

test('a stored paper that was changed behind the product’s back shows as changed', async () => {
  const { id: caseId } = await certificateCase(at);
  const paper = await written(at.worker, residence(caseId));
  await at.owner.rows(
    "update issued_certificate_event set content_hash = repeat('0', 64) where certificate_id = $1 and type = 'issue'",
    [paper.id],
  );
  const read = expectStatus<PaperView>(
    await at.worker.get(`/api/v1/certificates/${paper.id}`),
    200,
  );
  expect(read.intact).toBe(false);
});

test('bad input leaves nothing behind: forbidden papers, wrong templates, wrong blanks, closed cases', async () => {
  const opened = await certificateCase(at);
  const ended = await walk(at.worker, await certificateCase(at), { type: 'withdraw' });
  const before = await at.owner.contents();
  const wrong = (fields: object) => {
    const body = residence(opened.id);
    return { ...body, fields: { ...body.fields, ...fields } };
  };
  const bad: [object, string?][] = [
    [residence(opened.id, { code: 'NEG-01' }), 'template'],
    [residence(opened.id, { code: 'POS-SH-07' }), 'template'],
    [residence(opened.id, { template: 'CT-77' }), 'template'],
    [general(opened.id, { answers: { public: false } }), 'template'],
    [general(opened.id, { code: 'NEG-17' }), 'template'],
    [wrong({ name: '' }), 'fields.name'],
    [wrong({ name: '㛃'.repeat(61) }), 'fields.name'],
    [wrong({ idNumber: '110105194912310021' }), 'fields.idNumber'],
    [wrong({ since: '2026-02-30' }), 'fields.since'],
    [wrong({ since: '2030-01-01' }), 'fields.since'],
    [wrong({ known: '听说' }), 'fields.known'],
    [wrong({ wild: 'x' }), 'fields.wild'],
    [wrong({ name: 'x'.repeat(100_000) })],
    [wrong({ name: 7 })],
    [residence(opened.id, { wild: 1 }), 'wild'],
  ];
  for (const [body, path] of bad) {
    const { fields } = refused(await create(at.worker, body), 422, 'invalid-input');
    if (path) expect(fields?.map((field) => field.path)).toContain(path);
  }
  refused(await create(at.worker, residence(ended.id)), 409, 'transition-not-allowed');
  refused(await create(at.worker, residence(uuidv7())), 404, 'not-found');
  for (const who of [at.neighbour])
    refused(await create(who, residence(opened.id)), 404, 'not-found');
  for (const who of [at.officer, at.street])
    refused(await create(who, residence(opened.id)), 403, 'not-permitted');
  expect(changed(before, await at.owner.contents())).toEqual([]);
});

test('two steps at once: one is taken, the other is told', async () => {
  const { id: caseId } = await certificateCase(at);
  const paper = await written(at.worker, residence(caseId));
  const both = await Promise.all([
    step(at.worker, paper, { type: 'print' }),
    step(at.head, paper, { type: 'void', reason: 'damaged' }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
});
