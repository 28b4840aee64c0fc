import type { CertificateKindView, PaperLine, PaperView } from '@qzt/contract/certificate';
import type { RegisterPage } from '@qzt/contract/ledger';
import type { CaseView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKey, readText } from '../../../platform/subject/index.ts';
import type { Client } from '../../../testing/product.ts';
import { hashOf } from '../../certificate/index.ts';
import { type Filled, filledProduct } from './testing/filled.ts';

/** A filling takes seconds; on a machine that does much else, many. */
const PATIENCE = 120_000;

let product: Filled;
let worker: Client;
let head: Client;
beforeAll(async () => {
  product = await filledProduct('2026-11-24T15:30:00+08:00', 2);
  worker = await product.as('worker');
  head = await product.as('head');
}, PATIENCE);
afterAll(() => product.drop());

const read = async <T>(client: Client, url: string): Promise<T> => {
  const answer = await client.get(url);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as T;
};
const papersOf = async (client: Client, query = ''): Promise<PaperLine[]> =>
  (await read<{ items: PaperLine[] }>(client, `/api/v1/certificates?limit=50${query}`)).items;

test('every committee has issued some papers and voided one, and one waits for its head', async () => {
  for (const client of [worker, await product.as('worker2')]) {
    const papers = await papersOf(client);
    const of = (status: string) => papers.filter((paper) => paper.status === status);
    expect(of('issued').length).toBeGreaterThanOrEqual(2);
    expect([of('void').length, of('waiting').length]).toEqual([1, 1]);
    expect(of('void')[0]).toMatchObject({ ended: { reason: 'wrong' }, number: /^〔2026〕/ });
    expect(new Set(papers.map(({ template }) => template))).toEqual(new Set(['CT-01', 'CT-09']));
  }
});

test('what stands on each paper is what its fingerprint says, without a blank', async () => {
  for (const { id, status, contentHash } of await papersOf(worker)) {
    const { content } = await read<PaperView>(worker, `/api/v1/certificates/${id}`);
    expect(content!.paragraphs.join('')).not.toMatch(/[{}]|(?:于|在|自)[。，]/);
    expect(contentHash === null).toBe(status === 'waiting');
    if (contentHash === null) continue;
    const { rows } = await product.owner.query(
      `select e.committee_id, e.id, e.cipher, k.id as key_id, k.master, k.wrapped
       from issued_certificate_event e join data_key k on k.committee_id = e.committee_id and k.id = e.key_id
       where e.certificate_id = $1 and e.type = 'issue'`,
      [id],
    );
    const [row] = rows;
    const issued = readText<Parameters<typeof hashOf>[0]>(
      openKey(product.ground, row.committee_id, row),
      row.id,
      { keyId: row.key_id, cipher: row.cipher },
    );
    expect(hashOf(issued!)).toBe(contentHash);
    expect(issued).toMatchObject(content!);
  }
});

test('no paper was written before its case was accepted or after it was answered, nor by anybody out of turn', async () => {
  const { rows } = await product.owner.query(
    `select p.id, p.code, p.template, p.requested_at, p.approved_by, p.issued_at, p.copies, p.version,
       (select min(at) from case_event e where e.committee_id = p.committee_id and e.case_id = p.case_id and e.type = 'accept') as accepted,
       (select min(at) from case_event e where e.committee_id = p.committee_id and e.case_id = p.case_id and e.type in ('answer', 'close')) as answered,
       (select roles from staff where id = p.approved_by) as approver,
       (select count(*)::int from issued_certificate_event e where e.committee_id = p.committee_id and e.certificate_id = p.id) as events,
       (select min(l.confirmed_on) from certificate_local l where l.org_id = p.committee_id and l.code = p.code and l.ruling = 'issue') as ruled
     from issued_certificate p`,
  );
  expect(rows.length).toBeGreaterThan(6);
  for (const row of rows) {
    expect(row.requested_at > row.accepted).toBe(true);
    const last = row.issued_at ?? row.requested_at;
    expect(last <= product.clock.now() && (row.answered === null || last < row.answered)).toBe(
      true,
    );
    expect(row.version).toBe(row.events);
    // A residence paper needs no head since the committee has confirmed that it issues it.
    const ruled =
      row.ruled === null ? Number.POSITIVE_INFINITY : Date.parse(`${row.ruled}T00:00:00+08:00`);
    const alone = row.template === 'CT-01' && row.requested_at.getTime() >= ruled;
    if (row.issued_at !== null)
      expect(row.approver?.includes('head') ?? false, JSON.stringify(row)).toBe(!alone);
  }
});

test('the head agrees to the paper that waits, and it can be printed', async () => {
  const [waiting] = await papersOf(head, '&status=waiting');
  expect(waiting!.allowedSteps).toContain('approve');
  const step = (type: string, version: number) =>
    head.post(`/api/v1/certificates/${waiting!.id}/events`, { id: uuidv7(), type }, { version });
  const approved = await step('approve', waiting!.version);
  expect(approved, JSON.stringify(approved.body)).toMatchObject({
    status: 201,
    body: { status: 'issued' },
  });
  const printed = await step('print', (approved.body as PaperView).version);
  expect(printed).toMatchObject({ status: 201, body: { copies: 1 } });
  const paper = await head.get(`/api/v1/certificates/${waiting!.id}/certificate.pdf`);
  expect([paper.status, paper.headers['content-type']]).toEqual([200, 'application/pdf']);
});

test('some offices are confirmed by the head with a basis, and the rest still are not', async () => {
  const { items } = await read<{ items: CertificateKindView[] }>(
    head,
    '/api/v1/certificates/kinds',
  );
  const own = items.filter((kind) => kind.own !== null);
  expect(own.map(({ code }) => code)).toEqual(['ANY', 'NEG-01', 'NEG-08', 'POS-SH-01']);
  for (const { own: word } of own) expect(word!.basis).toContain('(演示)');
  expect(items.find(({ code }) => code === 'NEG-01')!.office.standing).toBe('confirmed');
  expect(items.find(({ code }) => code === 'NEG-13')!.office.standing).toBe('assumed');
});

test('the register shows the papers and the refusals, each with the office that can help', async () => {
  const period = 'from=2026-11-01&to=2026-12-01&limit=100';
  const page = await read<RegisterPage>(worker, `/api/v1/registers/certificate?${period}`);
  expect(page.items.some(({ certificates }) => /已作废/.test(certificates.join('')))).toBe(true);
  const refused = page.items.filter(({ ending, words }) => ending === 'refused' && words !== null);
  const told = await Promise.all(
    refused.map(({ caseId }) => read<CaseView>(worker, `/api/v1/cases/${caseId}`)),
  );
  const instead = new Map(
    told.map(({ title, events }) => [
      title.split(' ').at(-1),
      events.find(({ type }) => type === 'refuse')?.data.instead,
    ]),
  );
  expect(instead.get('亲属关系证明')).toMatchObject({
    office: '派出所户籍窗口(演示)',
    phone: /^1\d{10}$/,
  });
  expect(instead.get('残疾状况证明')).toEqual({ office: '残联及指定评定机构' });
});
