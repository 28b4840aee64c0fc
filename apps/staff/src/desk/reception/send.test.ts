import { makeClient } from '@qzt/contract';
import { expect, test } from 'vitest';
import { type Draft, newDraft, type Progress } from './draft.ts';
import { sendReception } from './send.ts';

const base: Draft = { ...newDraft(new Date('2026-11-24T06:30:00Z')), words: '借一把伞' };

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly key: string | null;
}

/** A wire that answers from a list: `cut` loses the answer on the way, as a bad network does. */
const wire = (answers: readonly (readonly [number, unknown] | 'cut')[]) => {
  const sent: Sent[] = [];
  const left = [...answers];
  const send = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    sent.push({
      method: init?.method ?? '',
      path: String(input),
      key: new Headers(init?.headers).get('idempotency-key'),
    });
    const next = left.shift();
    if (next === undefined || next === 'cut') throw new TypeError('Failed to fetch');
    return Response.json(next[1], { status: next[0] });
  };
  return { sent, client: makeClient('', send) };
};

const encounter = (outcome: string, missing: string[] = []) => ({
  needs: [{ id: base.ids.need, outcome }],
  missing,
});
const idExists = { code: 'id-exists', status: 409, title: '', type: '', traceId: '' };

/** Sends, and on failure once more with what was kept. */
const sendTwice = async (
  client: ReturnType<typeof makeClient>,
  act: 'register' | 'line',
  edit: (draft: Draft) => Draft = (draft) => draft,
) => {
  let progress: Progress = base.progress;
  const advance = (next: Progress): void => {
    progress = next;
  };
  await expect(sendReception(client, base, act, advance)).rejects.toThrow();
  return sendReception(client, edit({ ...base, progress }), act, advance);
};

test('one line is one request', async () => {
  const { sent, client } = wire([[201, encounter('settled')]]);
  expect(await sendReception(client, base, 'line', () => undefined)).toEqual({
    made: null,
    missing: [],
  });
  expect(sent.map((s) => s.path)).toEqual(['/api/v1/encounters']);
});

test('a lost answer is asked for again under the same key', async () => {
  const { sent, client } = wire(['cut', [201, encounter('case')], [201, { id: 'c' }]]);
  expect(await sendTwice(client, 'register')).toMatchObject({ made: { id: 'c' } });
  expect(sent[1]?.key).toBe(sent[0]?.key);
});

test('once the contact is stored, a retry sends the case alone', async () => {
  const { sent, client } = wire([[201, encounter('case')], 'cut', [201, { id: 'c' }]]);
  expect(await sendTwice(client, 'register')).toMatchObject({ made: { id: 'c' } });
  expect(sent.map((s) => s.path)).toEqual(['/api/v1/encounters', '/api/v1/cases', '/api/v1/cases']);
  expect(sent[2]?.key).toBe(sent[1]?.key);
});

test('changed words after a lost answer get a new key, and the stored contact is found', async () => {
  const { sent, client } = wire([
    'cut',
    [409, idExists],
    [200, encounter('case')],
    [201, { id: 'c' }],
  ]);
  const answer = await sendTwice(client, 'register', (d) => ({ ...d, words: '借一把大伞' }));
  expect(answer).toMatchObject({ made: { id: 'c' } });
  expect(sent[1]?.key).not.toBe(sent[0]?.key);
  expect(sent[2]).toMatchObject({
    method: 'GET',
    path: `/api/v1/encounters/${base.ids.encounter}`,
  });
});

test('a case that had arrived is opened instead of doubled', async () => {
  const { client } = wire([
    [201, encounter('case')],
    'cut',
    [409, idExists],
    [200, { id: base.ids.case }],
  ]);
  const answer = await sendTwice(client, 'register', (d) => ({ ...d, title: '伞' }));
  expect(answer).toMatchObject({ made: { id: base.ids.case } });
});

test('what the record lacks is told, also after a retry; the case that was just opened is not lacking', async () => {
  const lacks = ['who-unknown', 'case-not-opened'];
  const { client } = wire([[201, encounter('case', lacks)], 'cut', [201, { id: 'c' }]]);
  expect((await sendTwice(client, 'register')).missing).toEqual(['who-unknown']);
  const settled = wire([
    [201, encounter('case', lacks)],
    [201, { id: 'c' }],
  ]);
  const told = await sendReception(settled.client, base, 'settle', () => undefined);
  expect(told.missing).toEqual([]);
  const line = wire([[201, encounter('settled', ['journey'])]]);
  expect((await sendReception(line.client, base, 'line', () => undefined)).missing).toEqual([
    'journey',
  ]);
});

const at = (status: string, version: number, ...ids: string[]) => ({
  id: base.ids.case,
  status,
  version,
  events: ids.map((id) => ({ id })),
});
const refer = {
  step: { type: 'refer', data: { to: { kind: 'centre', id: base.ids.need } } },
} as const;

test('what is referred is registered, accepted and handed on, in three steps of its own ids', async () => {
  const { sent, client } = wire([
    [201, encounter('case')],
    [201, at('registered', 1)],
    [201, at('accepted', 2)],
    [201, at('referred', 3)],
  ]);
  const answer = await sendReception(client, base, 'refer', () => undefined, refer);
  expect(answer).toMatchObject({ made: { status: 'referred' } });
  expect(sent.map((s) => s.path.replace(base.ids.case, ':id'))).toEqual([
    '/api/v1/encounters',
    '/api/v1/cases',
    '/api/v1/cases/:id/events',
    '/api/v1/cases/:id/events',
  ]);
});

test('an answer lost half-way is no second step: the case as it stands says how far it came', async () => {
  const conflict = { ...idExists, code: 'version-conflict' };
  const { client } = wire([
    [201, encounter('case')],
    [201, at('registered', 1)],
    [409, conflict],
    [200, at('accepted', 2, base.ids.accept)],
    [409, conflict],
    [200, at('referred', 3, base.ids.accept, base.ids.step)],
  ]);
  const answer = await sendReception(client, base, 'refer', () => undefined, refer);
  expect(answer).toMatchObject({ made: { status: 'referred', version: 3 } });
});

test('a conflict by a colleague is none of ours and is told', async () => {
  const { client } = wire([
    [201, encounter('case')],
    [201, at('registered', 1)],
    [409, { ...idExists, code: 'version-conflict' }],
    [200, at('accepted', 2, 'somebody else’s')],
  ]);
  await expect(sendReception(client, base, 'refer', () => undefined, refer)).rejects.toThrow();
});
