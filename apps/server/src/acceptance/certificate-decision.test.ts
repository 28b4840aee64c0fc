import { readFileSync } from 'node:fs';
import type {
  CertificateDecisionView,
  CertificateKindView,
  LocalCertificateView,
} from '@qzt/contract/certificate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../testing/casework.ts';
import type { Client } from '../testing/product.ts';
import { type Committee, committee } from './testing/committee.ts';
import { refused } from './testing/problem.ts';

let at: Committee;
let street: string;
let streetName: string;
beforeAll(async () => {
  at = await committee();
  const [row] = await at.owner.rows<{ id: string; name: string }>(
    'select s.id, s.name from org c join org s on s.id = c.parent_id where c.id = $1',
    [at.staff.worker.org],
  );
  street = row?.id ?? '';
  streetName = row?.name ?? '';
});
afterAll(() => at.end());

const decide = async (body: object, who: Client = at.worker): Promise<CertificateDecisionView> =>
  expectStatus(await who.post('/api/v1/certificates/decide', body), 200);
const kindsOf = async (who: Client, query = ''): Promise<CertificateKindView[]> =>
  expectStatus<{ items: CertificateKindView[] }>(
    await who.get(`/api/v1/certificates/kinds${query}`),
    200,
  ).items;
const word = (orgId: string, more: object = {}) => ({
  orgId,
  office: '林云派出所户籍窗口',
  phone: '021-5500 0001',
  address: null,
  ruling: null,
  basis: '2026年10月20日电话问过',
  confirmedOn: '2026-10-20',
  ...more,
});
const put = (who: Client, code: string, version: number, body: object) =>
  who.send('PUT', `/api/v1/certificates/kinds/${code}`, body, { version });

const shipped = JSON.parse(
  readFileSync(
    new URL('../../../../content/certificates/certificates.json', import.meta.url),
    'utf8',
  ),
) as { items: { code: string; scope: string; allowed: unknown; aliases: string[] }[] };

test('every paper of the national list is refused, by its code and by each of its names, with somebody who can help', async () => {
  const national = shipped.items.filter(({ scope }) => scope === '全国');
  for (const { code, aliases } of national) {
    const byCode = await decide({ code });
    expect(byCode, code).toMatchObject({ outcome: 'refuse', rule: { order: 1 }, templates: [] });
    expect(byCode.refusal.instead.office, code).toMatch(/\S/);
    expect(byCode.refusal.reason).toContain('国家有规定(民发〔2020〕20号)');
    for (const words of aliases) expect((await decide({ words })).asked?.code, words).toBe(code);
  }
});

test('the order of decision is followed to its end for what no list names', async () => {
  const asked = await decide({ words: '楼上漏水的证明' });
  expect(asked).toMatchObject({ asked: null, outcome: 'ask', question: { key: 'public' } });
  const answers = { public: false, elsewhere: true, risk: false };
  expect(await decide({ answers })).toMatchObject({
    outcome: 'issue',
    approval: 'head',
    rule: { order: 4, standing: 'elsewhere' },
    templates: [{ code: 'CT-09' }],
  });
  expect(await decide({ answers: { public: true, consulted: false } })).toMatchObject({
    outcome: 'hold',
    rule: { order: 3 },
  });
  expect(await decide({ answers: { ...answers, elsewhere: false } })).toMatchObject({
    outcome: 'hold',
    rule: null,
    refusal: { instead: { office: streetName } },
  });
});

test('a list of another place decides nothing, and two lists on one paper are settled by the newer', async () => {
  expect(await decide({ code: 'POS-BJ-02' })).toMatchObject({ outcome: 'ask' });
  expect(await decide({ code: 'POS-SH-02' })).toMatchObject({
    outcome: 'refuse',
    rule: { order: 5 },
    basis: { name: '婚育状况证明' },
    office: { office: '卫生健康部门或婚姻登记机关', standing: 'assumed' },
  });
});

test('until somebody confirmed it, the resident is told to ask there first; afterwards where to go and on what number', async () => {
  expect((await decide({ code: 'NEG-05' })).refusal.direction).toMatch(
    /可先问.*,以该单位答复为准。$/,
  );
  expect((await decide({ code: 'NEG-11' })).office.standing).toBe('official');
  const made = expectStatus<LocalCertificateView>(
    await put(at.street, 'NEG-05', 0, word(street)),
    200,
  );
  expect(made).toMatchObject({ version: 1, orgName: streetName, confirmedBy: expect.any(String) });
  const confirmed = await decide({ code: 'NEG-05' });
  expect(confirmed.office).toMatchObject({
    standing: 'confirmed',
    confirmed: { org: streetName, on: '2026-10-20', basis: '2026年10月20日电话问过' },
  });
  expect(confirmed.refusal).toMatchObject({
    direction: '请到林云派出所户籍窗口办,电话 021-5500 0001。',
    instead: { office: '林云派出所户籍窗口', phone: '021-5500 0001' },
  });
  expect((await decide({ code: 'NEG-05' }, at.neighbour)).office.standing).toBe('confirmed');
});

test('a committee overrides its subdistrict for itself alone, and takes it back', async () => {
  const own = word(at.staff.head.org, { office: '居委会楼下警务室', phone: null });
  expectStatus(await put(at.head, 'NEG-01', 0, own), 200);
  expectStatus(await put(at.street, 'NEG-01', 0, word(street)), 200);
  expect((await decide({ code: 'NEG-01' })).office.office).toBe('居委会楼下警务室');
  expect((await decide({ code: 'NEG-01' }, at.neighbour)).office.office).toBe('林云派出所户籍窗口');
  const shown = (await kindsOf(at.head)).find(({ code }) => code === 'NEG-01');
  expect(shown).toMatchObject({
    own: { office: '居委会楼下警务室', version: 1 },
    above: { office: '林云派出所户籍窗口', orgName: streetName },
  });
  const back = word(at.staff.head.org, { office: null, phone: null, basis: '搬走了' });
  expectStatus(await put(at.head, 'NEG-01', 1, back), 200);
  expect((await decide({ code: 'NEG-01' })).office.office).toBe('林云派出所户籍窗口');
  const [kept] = await at.owner.rows<{ n: number }>(
    "select count(*)::int as n from certificate_local where org_id = $1 and code = 'NEG-01'",
    [at.staff.head.org],
  );
  expect(kept?.n).toBe(2);
});

test('where nobody is named the subdistrict’s number is given', async () => {
  expect((await decide({ code: 'NEG-SH-03' })).refusal.instead).toEqual({ office: streetName });
  const number = word(street, { office: '林云街道办事处', phone: '021-5500 0009' });
  expectStatus(await put(at.street, 'ANY', 0, number), 200);
  expect(await decide({ code: 'NEG-SH-03' })).toMatchObject({
    office: { standing: 'fallback' },
    refusal: {
      direction: expect.stringContaining('可先问林云街道办事处,电话 021-5500 0009'),
      instead: { office: '林云街道办事处', phone: '021-5500 0009' },
    },
  });
  expect((await kindsOf(at.street))[0]).toMatchObject({ code: 'ANY', own: { version: 1 } });
});

test('a paper that the list leaves open is issued where an office says so; none that it forbids ever is', async () => {
  expect(await decide({ code: 'POS-SH-01' })).toMatchObject({ outcome: 'check', approval: 'head' });
  const ruled = word(street, {
    office: null,
    phone: null,
    ruling: 'issue',
    basis: '区现行清单第3项',
  });
  expectStatus(await put(at.street, 'POS-SH-01', 0, ruled), 200);
  expect(await decide({ code: 'POS-SH-01' })).toMatchObject({
    outcome: 'issue',
    approval: 'worker',
    templates: [{ code: 'CT-01' }],
  });
  for (const code of ['NEG-02', 'ANY'])
    refused(await put(at.street, code, code === 'ANY' ? 1 : 0, ruled), 422, 'invalid-input');
});

test('two administrators do not overwrite each other unseen; the same word twice is no conflict', async () => {
  const first = word(street);
  expectStatus(await put(at.street, 'NEG-08', 0, first), 200);
  expect(await put(at.street, 'NEG-08', 0, first)).toMatchObject({
    status: 200,
    body: { version: 1 },
  });
  expect(
    refused(
      await put(at.street, 'NEG-08', 0, word(street, { office: '别处' })),
      409,
      'version-conflict',
    ).current,
  ).toEqual({ version: 1 });
  const both = await Promise.all(
    ['甲处', '乙处'].map((office) => put(at.street, 'NEG-08', 1, word(street, { office }))),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  refused(
    await at.street.send('PUT', '/api/v1/certificates/kinds/NEG-08', first),
    428,
    'version-required',
  );
});

test('nobody confirms for others, nor what is no paper, nor in the future', async () => {
  refused(await put(at.worker, 'NEG-09', 0, word(at.staff.worker.org)), 403, 'not-permitted');
  refused(await put(at.head, 'NEG-09', 0, word(at.staff.neighbour.org)), 404, 'not-found');
  refused(await put(at.head, 'NEG-09', 0, word(street)), 404, 'not-found');
  refused(await put(at.street, 'NEG-99', 0, word(street)), 404, 'not-found');
  refused(await put(at.street, 'POS-BJ-01', 0, word(street)), 404, 'not-found');
  refused(await put(at.street, '亲属', 0, word(street)), 404, 'not-found');
  const bad = [
    { confirmedOn: '2026-11-25' },
    { confirmedOn: '2026-02-30' },
    { basis: ' ' },
    { office: null },
    { phone: 'abc' },
    { office: 'x'.repeat(100_000) },
  ];
  for (const more of bad)
    refused(await put(at.street, 'NEG-09', 0, word(street, more)), 422, 'invalid-input');
  expect(await put(at.street, 'NEG-09', 0, word(street, { office: '㛃𠅤诊所' }))).toMatchObject({
    status: 200,
    body: { office: '㛃𠅤诊所' },
  });
});

test('who has nothing to do with papers does not decide about them; words without end are refused kindly', async () => {
  for (const who of [at.officer, at.centre, at.street])
    refused(
      await who.post('/api/v1/certificates/decide', { words: '居住证明' }),
      403,
      'not-permitted',
    );
  refused(await at.officer.get('/api/v1/certificates/kinds'), 403, 'not-permitted');
  refused(
    await at.worker.get(`/api/v1/certificates/kinds?orgId=${at.staff.neighbour.org}`),
    404,
    'not-found',
  );
  for (const body of [
    { words: 'x'.repeat(100_000) },
    { code: 'NEG-99' },
    { code: 'x' },
    { answers: { wild: true } },
    { resident: 'x' },
  ])
    refused(await at.worker.post('/api/v1/certificates/decide', body), 422, 'invalid-input');
  expect((await decide({ words: '㛃𠅤 证明 #panic() {name}' })).outcome).toBe('ask');
});
