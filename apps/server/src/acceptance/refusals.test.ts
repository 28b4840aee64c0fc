import {
  v1 as uuidv1,
  v3 as uuidv3,
  v4 as uuidv4,
  v5 as uuidv5,
  v6 as uuidv6,
  v7 as uuidv7,
} from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, type TestProduct, testProduct } from '../testing/product.ts';
import { newCase, oneLine, open, post, read } from './testing/desk.ts';
import { changed, type Owner, ownerOf } from './testing/owner.ts';
import { refused } from './testing/problem.ts';

const CASES = '/api/v1/cases';
const ENCOUNTERS = '/api/v1/encounters';

let product: TestProduct;
let owner: Owner;
let worker: Client;
beforeAll(async () => {
  product = await testProduct();
  owner = await ownerOf(product);
  worker = await product.as('worker');
});
afterAll(async () => {
  await owner.end();
  await product.drop();
});

/** Nothing may be written by what `act` asks for. */
async function writesNothing(act: () => Promise<void>): Promise<void> {
  const before = await owner.contents();
  await act();
  expect(changed(before, await owner.contents())).toEqual([]);
}

test('malformed JSON is 400 malformed, whatever is wrong with it', () =>
  writesNothing(async () => {
    for (const payload of ['{', '{"id":', "{'id': 1}", '{"a":1}}', '我儿媳怀孕了', '[1,'])
      refused(await worker.post(CASES, undefined, { payload }), 400, 'malformed');
  }));

test('a body that is no object, or none at all, is refused and never a fault of the server', () =>
  writesNothing(async () => {
    for (const payload of ['null', '[]', '1', '"words"', 'true', '[{}]'])
      refused(await worker.post(CASES, undefined, { payload }), 422, 'invalid-input');
    expect([400, 422]).toContain((await worker.post(CASES)).status);
    expect([400, 422]).toContain((await worker.post(CASES, undefined, { payload: '' })).status);
  }));

test('a body above the limit is 413 too-large', () =>
  writesNothing(async () => {
    const payload = JSON.stringify(newCase({ title: '大'.repeat(2_000_000) }));
    refused(await worker.post(CASES, undefined, { payload }), 413, 'too-large');
  }));

test('anything but JSON is 415 unsupported-media', () =>
  writesNothing(async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'text/xml',
      'multipart/form-data; boundary=x',
    ])
      refused(
        await worker.post(CASES, undefined, {
          payload: JSON.stringify(newCase()),
          headers: { 'content-type': type },
        }),
        415,
        'unsupported-media',
      );
  }));

test('a page of another site cannot write; our own page and a program without Origin can', async () => {
  await writesNothing(async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost.evil.example',
      'http://localhost:1',
    ])
      refused(await worker.post(CASES, newCase(), { headers: { origin } }), 403, 'not-permitted');
  });
  const own = { origin: 'http://desk.example:8080', host: 'desk.example:8080' };
  expect((await worker.post(CASES, newCase(), { headers: own })).status).toBe(201);
  expect((await worker.post(CASES, newCase())).status).toBe(201);
});

test('a field that is not known is 422 and named, at every depth', () =>
  writesNothing(async () => {
    const need = { id: uuidv7(), words: '伞', outcome: 'settled' };
    const bodies: [string, object, string][] = [
      [CASES, newCase({ status: 'closed' }), 'status'],
      [CASES, newCase({ committeeId: uuidv7() }), 'committeeId'],
      [CASES, newCase({ settle: { answer: '好', ending: 'settled' } }), 'ending'],
      [CASES, newCase({ materials: [{ name: '照片', copies: 1, received: true }] }), 'received'],
      [ENCOUNTERS, oneLine({ owner: 'me' }), 'owner'],
      [ENCOUNTERS, oneLine({ needs: [{ ...need, note: '无' }] }), 'note'],
      [ENCOUNTERS, oneLine({ visitor: { name: '邵', idNumber: '1' } }), 'idNumber'],
      [ENCOUNTERS, oneLine({ rating: { score: 5, of: 5, by: 'x' } }), 'by'],
    ];
    for (const [url, body, field] of bodies) {
      const problem = refused(await worker.post(url, body), 422, 'invalid-input');
      expect(JSON.stringify(problem.fields), field).toContain(field);
    }
  }));

test('__proto__ and constructor in a body are refused and poison nothing', async () => {
  await writesNothing(async () => {
    for (const key of ['__proto__', 'constructor']) {
      const payload = JSON.stringify(newCase()).replace('{', `{"${key}":{"urgent":true},`);
      expect([400, 422]).toContain((await worker.post(CASES, undefined, { payload })).status);
    }
  });
  expect(({} as { urgent?: boolean }).urgent).toBeUndefined();
});

test('dates and times that do not exist, or have no offset, are 422', () =>
  writesNothing(async () => {
    for (const startedAt of [
      '2026-02-30T10:00:00+08:00',
      '2026-13-01T10:00:00+08:00',
      '2026-11-24T25:00:00+08:00',
      '2026-11-24T10:61:00+08:00',
      '2026-11-24T10:00:00',
      '2026-11-24',
      'tomorrow',
      '',
      1_764_000_000,
      null,
    ]) {
      const answer = await worker.post(ENCOUNTERS, oneLine({ startedAt }));
      const problem = refused(answer, 422, 'invalid-input');
      expect(problem.fields?.[0]?.path).toContain('startedAt');
    }
    const turned = { startedAt: '2026-11-24T10:00:00+08:00', endedAt: '2026-11-24T09:59:59+08:00' };
    refused(await worker.post(ENCOUNTERS, oneLine(turned)), 422, 'invalid-input');
  }));

test('values outside the lists, lengths and ranges of the contract are 422', () =>
  writesNothing(async () => {
    const cases = [
      newCase({ kind: 'wish' }),
      newCase({ title: '' }),
      newCase({ title: '   ' }),
      newCase({ title: '长'.repeat(81) }),
      newCase({ title: 1 }),
      newCase({ id: 'not-a-uuid' }),
      newCase({ id: undefined }),
      newCase({ urgent: 'yes' }),
      newCase({ materials: [{ name: '照片', copies: -1 }] }),
      newCase({ materials: [{ name: '照片', copies: 1.5 }] }),
      newCase({ serviceItem: 'bjm-23' }),
      newCase({ needId: uuidv7() }),
      newCase({ settle: {} }),
    ];
    for (const body of cases) refused(await worker.post(CASES, body), 422, 'invalid-input');
    const need = { id: uuidv7(), words: '伞', outcome: 'settled' };
    const encounters = [
      oneLine({ channel: 'fax' }),
      oneLine({ needs: [] }),
      oneLine({ needs: undefined }),
      oneLine({ needs: [{ ...need, outcome: 'done' }] }),
      oneLine({ needs: [{ ...need, words: '' }] }),
      oneLine({ needs: [need, need] }),
      oneLine({ journey: -1 }),
      oneLine({ journey: 0.5 }),
      oneLine({ rating: { score: 6, of: 5 } }),
    ];
    for (const body of encounters)
      refused(await worker.post(ENCOUNTERS, body), 422, 'invalid-input');
  }));

test('references to what does not exist are 404 or 422, never a fault', () =>
  writesNothing(async () => {
    const lost = uuidv7();
    const need = { id: uuidv7(), words: '伞', outcome: 'case', caseId: lost };
    for (const [url, body] of [
      [CASES, newCase({ encounterId: lost })],
      [CASES, newCase({ residentId: lost })],
      [CASES, newCase({ serviceItem: 'BJM-999' })],
      [ENCOUNTERS, oneLine({ residentId: lost })],
      [ENCOUNTERS, oneLine({ needs: [need] })],
      [ENCOUNTERS, oneLine({ needs: [{ ...need, caseId: undefined, serviceItem: 'BJM-999' }] })],
    ] as const)
      expect([404, 422], JSON.stringify(body)).toContain((await worker.post(url, body)).status);
  }));

test('a household that does not exist is 404 or 422', () =>
  writesNothing(async () => {
    const answer = await worker.post(ENCOUNTERS, oneLine({ householdId: uuidv7() }));
    expect([404, 422]).toContain(answer.status);
  }));

test('what is not there is 404: ids, addresses, items', async () => {
  for (const url of [
    `${CASES}/${uuidv7()}`,
    `${ENCOUNTERS}/${uuidv4()}`,
    '/api/v1/nothing-here',
    '/api/v1/service-items/BJM-999',
  ])
    refused(await worker.get(url), 404, 'not-found');
  refused(await post(worker, uuidv7(), 1, { type: 'accept' }), 404, 'not-found');
  expect([404, 422]).toContain((await worker.get(`${CASES}/not-a-uuid`)).status);
});

test('who works in no committee registers nothing: 403', () =>
  writesNothing(async () => {
    for (const name of ['officer', 'centre', 'street', 'district', 'department', 'auditor']) {
      const stranger = await product.as(name);
      refused(await stranger.post(CASES, newCase()), 403, 'not-permitted');
      refused(await stranger.post(ENCOUNTERS, oneLine()), 403, 'not-permitted');
    }
  }).catch((error: Error) => {
    // Signing in writes a session and an entry of the log; nothing else may differ.
    expect(error.message).not.toMatch(/case_|encounter|promise|personal_text|data_key|idempotency/);
  }));

test('an event without If-Match is 428, with an old version 409 and the current one, with nonsense refused', async () => {
  const { id } = await open(worker);
  await post(worker, id, 1, { type: 'accept' });
  await writesNothing(async () => {
    const event = { id: uuidv7(), type: 'note', note: '看看' };
    const url = `${CASES}/${id}/events`;
    refused(await worker.post(url, event), 428, 'version-required');
    for (const version of [1, 3, 99])
      expect(
        refused(await worker.post(url, event, { version }), 409, 'version-conflict').current,
      ).toEqual({ version: 2 });
    for (const version of ['"x"', '*', '""', '"-1"', '"1e9"', '"99999999999999999999"', 'W/"x"'])
      expect([400, 409, 422, 428], version).toContain(
        (await worker.post(url, event, { version })).status,
      );
  });
});

test('ids of every version of UUID are taken, in any case of letters', async () => {
  const name = 'quanzoutong.example';
  const ids = [
    uuidv1(),
    uuidv3(name, uuidv3.DNS),
    uuidv4(),
    uuidv5(name, uuidv5.DNS),
    uuidv6(),
    uuidv7(),
    '018f4e2a-0000-8000-8000-00000000abcd',
    '018f4e2a-0000-2000-8000-00000000abcd',
    uuidv4().toUpperCase(),
  ];
  for (const id of ids) {
    expect((await worker.post(CASES, newCase({ id }))).status, id).toBe(201);
    expect((await read(worker, id)).id.toLowerCase()).toBe(id.toLowerCase());
  }
  for (const id of [uuidv1(), uuidv4().toUpperCase(), uuidv5(name, uuidv5.URL)]) {
    expect((await worker.post(ENCOUNTERS, oneLine({ id }))).status, id).toBe(201);
    expect((await worker.get(`${ENCOUNTERS}/${id}`)).status, id).toBe(200);
  }
});

test('one id for records of two kinds is taken or refused as a known id, never a fault', async () => {
  const first = await open(worker);
  const line = oneLine({ id: first.id });
  const after = await worker.post(ENCOUNTERS, line);
  if (after.status !== 201) refused(after, 409, 'id-exists');
  const contact = oneLine();
  expect((await worker.post(ENCOUNTERS, contact)).status).toBe(201);
  const second = await worker.post(CASES, newCase({ id: contact.id }));
  if (second.status !== 201) refused(second, 409, 'id-exists');
  const event = await post(worker, first.id, 1, { id: first.id, type: 'note', note: '看看' });
  if (event.status !== 201) refused(event, 409, 'id-exists');
});

test('the finder answers twenty questions, slows down far above twenty a second from one address, and says for how long', async () => {
  const ask = () =>
    product.anybody.get(`/api/v1/service-items?q=${encodeURIComponent('老人卡')}&limit=3`);
  for (let n = 0; n < 20; n += 1) expect((await ask()).status).toBe(200);
  const burst = await Promise.all(Array.from({ length: 200 }, ask));
  const slow = burst.filter((answer) => answer.status !== 200);
  expect(slow.length).toBeGreaterThan(0);
  for (const answer of slow) {
    refused(answer, 429, 'slow-down');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  }
});
