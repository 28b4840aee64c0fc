import { makeClient } from '@qzt/contract';
import { beforeEach, expect, test } from 'vitest';
import { keepRating, keptRatings, sendRatings } from './rating-outbox.ts';

const NOW = Date.parse('2026-11-24T14:30:00+08:00');
const ofCase = { id: 'r1', staffId: 'sun', target: { caseId: 'c1' }, score: 3 };
const ofContact = { id: 'r2', staffId: 'sun', target: { encounterId: 'e1' }, score: 1 };

const memory = (): Storage => {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
    clear: () => held.clear(),
  };
};

interface Asked {
  readonly line: string;
  readonly key: string | null;
  readonly version: string | null;
  readonly body: unknown;
}

let store: Storage;
let asked: Asked[];
beforeEach(() => {
  store = memory();
  asked = [];
});

const problem = (status: number, code: string) =>
  Response.json({ type: '', title: '', status, code, traceId: '' }, { status });

/** A client over answers in their order. */
const answering = (...answers: (Response | Error)[]) =>
  makeClient('', async (url, init) => {
    const headers = new Headers(init?.headers);
    asked.push({
      line: `${init?.method} ${url}`,
      key: headers.get('idempotency-key'),
      version: headers.get('if-match'),
      body: init?.body ? JSON.parse(String(init.body)) : undefined,
    });
    const next = answers.shift();
    if (next instanceof Response) return next;
    throw next ?? new TypeError('offline');
  });

const waiting = () => keptRatings(store, 'sun', NOW).map((one) => one.id);

test('a rating of a case is its rate event, from the version of now, and is then forgotten', async () => {
  keepRating(store, ofCase, NOW);
  await sendRatings(
    answering(Response.json({ version: 4 }), Response.json({}, { status: 201 })),
    store,
    'sun',
    NOW,
  );
  expect(asked[1]).toEqual({
    line: 'POST /api/v1/cases/c1/events',
    key: 'r1',
    version: '"4"',
    body: { id: 'r1', type: 'rate', data: { score: 3, of: 3 } },
  });
  expect(waiting()).toEqual([]);
});

test('without a case the contact itself is rated', async () => {
  keepRating(store, ofContact, NOW);
  await sendRatings(answering(Response.json({}, { status: 201 })), store, 'sun', NOW);
  expect(asked).toEqual([
    {
      line: 'POST /api/v1/encounters/e1/rating',
      key: 'r2',
      version: null,
      body: { score: 1, of: 3 },
    },
  ]);
  expect(waiting()).toEqual([]);
});

test('offline it waits and goes out under the same key', async () => {
  keepRating(store, ofContact, NOW);
  await sendRatings(answering(new TypeError('offline')), store, 'sun', NOW);
  expect(waiting()).toEqual(['r2']);
  await sendRatings(answering(problem(503, 'not-ready')), store, 'sun', NOW);
  expect(waiting()).toEqual(['r2']);
  await sendRatings(answering(Response.json({}, { status: 201 })), store, 'sun', NOW);
  expect(new Set(asked.map((one) => one.key))).toEqual(new Set(['r2']));
  expect(waiting()).toEqual([]);
});

test('a step of somebody else meanwhile is read again in the same round', async () => {
  keepRating(store, ofCase, NOW);
  await sendRatings(
    answering(
      Response.json({ version: 4 }),
      problem(409, 'version-conflict'),
      Response.json({ version: 5 }),
      Response.json({}, { status: 201 }),
    ),
    store,
    'sun',
    NOW,
  );
  expect(asked.map((one) => one.version)).toEqual([null, '"4"', null, '"5"']);
  expect(waiting()).toEqual([]);
});

test('what can never be stored is dropped, and what is stored already too', async () => {
  keepRating(store, ofContact, NOW);
  await sendRatings(answering(problem(404, 'not-found')), store, 'sun', NOW);
  expect(waiting()).toEqual([]);
  keepRating(store, ofCase, NOW);
  await sendRatings(
    answering(Response.json({ version: 4 }), problem(409, 'id-exists')),
    store,
    'sun',
    NOW,
  );
  expect(waiting()).toEqual([]);
});

test('it goes out in the session at whose desk it was given, and within a day', async () => {
  keepRating(store, ofContact, NOW);
  await sendRatings(answering(), store, 'li', NOW);
  expect(asked).toEqual([]);
  expect(keptRatings(store, 'sun', NOW + 25 * 3_600_000)).toEqual([]);
  expect(store.length).toBe(0);
});

test('a full storage stops nobody', () => {
  const full = {
    ...memory(),
    setItem: () => {
      throw new DOMException('full');
    },
  };
  expect(() => keepRating(full, ofCase, NOW)).not.toThrow();
});
