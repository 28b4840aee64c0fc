import type { RegisterPage } from '@qzt/contract/ledger';
import { REGISTERS } from '@qzt/domain/ledger';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectStatus } from '../testing/casework.ts';
import type { Client } from '../testing/product.ts';
import { type Committee, committee } from './testing/committee.ts';
import { askingForACase, open, read, record, walk } from './testing/desk.ts';

let at: Committee;
beforeAll(async () => {
  at = await committee();
});
afterAll(() => at.end());

const YEAR = 'from=2026-01-01&to=2027-01-01';
const FILTERS = ['', '&status=open', '&status=late', '&channel=desk', '&item=other', '&trips=one'];

/** Everything that the registers answer to somebody, counts included. */
async function seenBy(client: Client): Promise<unknown[]> {
  const seen: unknown[] = [];
  for (const register of REGISTERS)
    for (const filter of FILTERS)
      seen.push(
        (await client.get(`/api/v1/registers/${register}?${YEAR}&limit=100${filter}`)).body,
      );
  seen.push((await client.get(`/api/v1/registers/trips?${YEAR}`)).body);
  return seen;
}

const linesOf = async (client: Client, register: string): Promise<RegisterPage> =>
  expectStatus<RegisterPage>(
    await client.get(`/api/v1/registers/${register}?${YEAR}&limit=100`),
    200,
  );

/** A confidential matter in every register: urgent, for a certificate, with a thing lent, with a contact, and with one more. */
async function secretMatter() {
  const { id: encounterId } = await record(
    at.worker,
    askingForACase({
      visitor: { phone: '13800000001' },
      rating: { score: 3, of: 3 },
      needs: [
        { id: uuidv7(), words: '家里打人', outcome: 'case' },
        { id: uuidv7(), words: '顺便借把伞', serviceItem: 'LJL-030', outcome: 'settled' },
      ],
    }),
  );
  const secret = await open(at.worker, {
    encounterId,
    kind: 'certificate',
    urgent: true,
    confidential: true,
  });
  await record(at.worker, {
    needs: [{ id: uuidv7(), words: '又来', outcome: 'case', caseId: secret.id }],
  });
  const lent = { id: uuidv7(), encounterId, thing: { name: '轮椅' }, borrower: { name: '王小明' } };
  expect((await at.worker.post('/api/v1/loans', lent)).status).toBe(201);
  return read(at.worker, secret.id);
}

test('a confidential matter changes nothing in any register of whoever is not named in it: no line, no count, no share', async () => {
  await record(at.worker, {
    needs: [{ id: uuidv7(), words: '事', serviceItem: 'LJL-030', outcome: 'settled' }],
  });
  const outsiders: readonly Client[] = [
    at.colleague,
    at.street,
    at.neighbour,
    at.officer,
    at.centre,
  ];
  const before = await Promise.all(outsiders.map(seenBy));
  const secret = await secretMatter();
  await walk(at.worker, secret, { type: 'accept' }, { type: 'answer', data: { answer: '已处理' } });
  const after = await Promise.all(outsiders.map(seenBy));
  const told = (seen: unknown) =>
    JSON.parse(JSON.stringify(seen).replaceAll(/"traceId":"[^"]*"/g, '"traceId":""')) as unknown;
  expect(told(after)).toEqual(told(before));
});

test('those named see it in every register, marked, and counted', async () => {
  for (const client of [at.worker, at.head])
    for (const register of REGISTERS) {
      const { items } = await linesOf(client, register);
      const marked = items.filter(({ confidential }) => confidential);
      // The reception register has the contact with both needs, and the later contact.
      expect(marked).toHaveLength(register === 'reception' ? 3 : 1);
    }
  const [mine, theirs] = [
    (await linesOf(at.worker, 'reception')).totals,
    (await linesOf(at.colleague, 'reception')).totals,
  ];
  expect(mine).toMatchObject({ lines: theirs.lines + 3, cases: theirs.cases + 1 });
});

test('given to somebody else it leaves the register of whoever is named no more', async () => {
  const view = await open(at.worker, { confidential: true, urgent: true });
  const sees = async (client: Client) =>
    (await linesOf(client, 'urgent')).items.some(({ caseId }) => caseId === view.id);
  expect([await sees(at.worker), await sees(at.colleague)]).toEqual([true, false]);
  await walk(at.head, view, {
    type: 'assign',
    data: { firstAsked: at.world.colleagueId, handler: at.world.colleagueId, reason: '接手' },
  });
  expect([await sees(at.worker), await sees(at.colleague)]).toEqual([false, true]);
});
