import type { CaseView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Committee, committee } from './testing/committee.ts';
import { askingForACase, caseOf, open, read, record, walk } from './testing/desk.ts';
import { erase } from './testing/erase.ts';
import { changed } from './testing/owner.ts';
import { refused } from './testing/problem.ts';
import { readableIn } from './testing/readable.ts';
import { settleIn } from './testing/residents.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
});
afterAll(() => at.end());

const WORDS = '“亲属关系证明”我们开不了,可先问户籍派出所,以该单位答复为准。';
const said = (more: object = {}) => ({
  id: uuidv7(),
  title: '亲属关系证明',
  code: 'NEG-01',
  reason: WORDS,
  instead: { office: '户籍派出所', phone: '021-5500 0001' },
  ...more,
});
const refuse = (body: object, key = uuidv7()) =>
  at.worker.post('/api/v1/certificates/refusals', body, { key });
const refusalOf = (view: CaseView) => view.events.find(({ type }) => type === 'refuse');
const stored = (caseId: string) =>
  at.owner.rows(
    'select code, answers, office_standing from certificate_refusal where case_id = $1',
    [caseId],
  );

test('one key stores the refusal: a case of kind certificate, closed, with the words said and the office that can help', async () => {
  const contact = await record(at.worker, askingForACase({ journey: 1 }));
  const body = said({ encounterId: contact.id });
  const key = uuidv7();
  const view = caseOf(await refuse(body, key));
  expect(view).toMatchObject({
    id: body.id,
    kind: 'certificate',
    status: 'closed',
    ending: 'refused',
    journeys: 1,
  });
  expect(view.events.map(({ type }) => type)).toEqual(['register', 'refuse']);
  expect(refusalOf(view)?.data).toEqual({ reason: WORDS, instead: body.instead });
  expect(caseOf(await refuse(body, key))).toEqual(view);
  const read = await at.worker.get(`/api/v1/encounters/${contact.id}`);
  expect(read.body).toMatchObject({ needs: [{ caseId: body.id }] });
  expect(await stored(body.id)).toEqual([{ code: 'NEG-01', answers: {}, office_standing: 'said' }]);
  refused(await refuse(body), 409, 'id-exists');
});

test('an open case is refused the same way, from the version that was seen', async () => {
  const opened = await open(at.worker, { kind: 'certificate', title: '无犯罪记录证明' });
  const url = `/api/v1/certificates/cases/${opened.id}/refusal`;
  const { title: _title, ...body } = said({
    code: 'NEG-05',
    instead: { office: '户籍地或居住地派出所' },
  });
  refused(await at.worker.post(url, body), 428, 'version-required');
  refused(await at.worker.post(url, body, { version: 7 }), 409, 'version-conflict');
  refused(await at.colleague.post(url, body, { version: 1 }), 403, 'not-permitted');
  const view = caseOf(await at.worker.post(url, body, { version: 1 }));
  expect(view).toMatchObject({ status: 'closed', ending: 'refused', version: 2 });
  expect(await stored(opened.id)).toEqual([
    { code: 'NEG-05', answers: {}, office_standing: 'assumed' },
  ]);
  const again = { ...body, id: uuidv7() };
  refused(await at.worker.post(url, again, { version: 2 }), 409, 'transition-not-allowed');
  await walk(at.worker, view, { type: 'reopen', note: '弄错了', data: { how: 'desk' } });
  caseOf(await at.worker.post(url, again, { version: 3 }));
  expect(await stored(opened.id)).toHaveLength(2);
});

test('an office counts as known only with the number that is known of it', async () => {
  const official = { office: '医疗卫生机构(签发《居民死亡医学证明》)' };
  const typed = said({ code: 'NEG-11', instead: { ...official, phone: '021-5500 0666' } });
  caseOf(await refuse(typed));
  expect(await stored(typed.id)).toMatchObject([{ office_standing: 'said' }]);
  const asKnown = said({ code: 'NEG-11', instead: official });
  caseOf(await refuse(asKnown));
  expect(await stored(asKnown.id)).toMatchObject([{ office_standing: 'official' }]);
});

test('nothing is half written: no bare no, no wrong contact, nobody without the right', async () => {
  const contact = await record(at.worker, askingForACase());
  const before = await at.owner.contents();
  const { instead: _instead, ...bare } = said();
  const bad = [
    bare,
    said({ reason: ' ' }),
    said({ instead: { phone: '12345' } }),
    said({ instead: { office: '派出所', phone: '打听' } }),
    said({ title: 'x'.repeat(100_000) }),
    said({ reason: '不'.repeat(501) }),
    said({ code: 'NEG-99' }),
    said({ needId: uuidv7() }),
    said({ encounterId: contact.id, needId: uuidv7() }),
    said({ wild: 1 }),
  ];
  for (const body of bad) refused(await refuse(body), 422, 'invalid-input');
  refused(await refuse(said({ residentId: uuidv7() })), 404, 'not-found');
  for (const who of [at.officer, at.street])
    refused(await who.post('/api/v1/certificates/refusals', said()), 403, 'not-permitted');
  refused(
    await at.worker.post('/api/v1/certificates/refusals', said(), { key: null }),
    400,
    'idempotency-key-required',
  );
  expect(changed(before, await at.owner.contents())).toEqual([]);
});

test('what was said lies encrypted, goes with the person, and of a confidential case nobody else learns', async () => {
  const { id: residentId } = await settleIn(at.product, at.owner, {
    committeeId: at.staff.worker.org,
    name: '葛𠅤兰',
    phone: '13800000077',
    door: '777',
  });
  const body = said({ residentId, confidential: true, reason: '葛𠅤兰的证明我们开不了' });
  const view = caseOf(await refuse(body));
  expect(await readableIn(at.owner, '葛𠅤兰')).toEqual([]);
  refused(await at.colleague.get(`/api/v1/cases/${view.id}`), 404, 'not-found');
  const hidden = { ...said(), id: uuidv7() };
  const { title: _title, ...step } = hidden;
  refused(
    await at.colleague.post(`/api/v1/certificates/cases/${view.id}/refusal`, step, { version: 2 }),
    404,
    'not-found',
  );
  expect(await erase(at.product, residentId)).toBe(true);
  expect(JSON.stringify(await read(at.head, view.id))).not.toContain('葛');
});
