import { makeClient } from '@qzt/contract';
import { CertificateRefusalCreate } from '@qzt/contract/certificate';
import { expect, test } from 'vitest';
import { askBefore } from './ask.ts';
import { type Draft, newDraft, type Progress } from './draft.ts';
import { sendReception } from './send.ts';

const draft: Draft = {
  ...newDraft(new Date('2026-11-24T06:30:00Z')),
  words: '要一张亲属关系证明',
  confidential: true,
};
const refusal = {
  title: '亲属关系证明',
  code: 'NEG-01',
  reason: '我们开不了',
  instead: { office: '户籍派出所' },
};
const contact = { needs: [{ id: draft.ids.need, outcome: 'case' }], missing: ['case-not-opened'] };
const made = { id: draft.ids.case, status: 'closed', ending: 'refused' };

test('a refusal is the contact and one more request, asked for again under the same key when its answer is lost', async () => {
  const sent: { path: string; key: string | null; body: unknown }[] = [];
  const answers = [
    Response.json(contact, { status: 201 }),
    null,
    Response.json(made, { status: 201 }),
  ];
  const client = makeClient('', async (input, init) => {
    sent.push({
      path: String(input),
      key: new Headers(init?.headers).get('idempotency-key'),
      body: JSON.parse(String(init?.body)),
    });
    const next = answers.shift();
    if (!next) throw new TypeError('Failed to fetch');
    return next;
  });
  let progress: Progress = draft.progress;
  const advance = (next: Progress): void => {
    progress = next;
  };
  await expect(sendReception(client, draft, 'refuse', advance, { refusal })).rejects.toThrow();
  const stored = await sendReception(client, { ...draft, progress }, 'refuse', advance, {
    refusal,
  });
  expect(stored).toEqual({ made, missing: [] });
  expect(sent.map(({ path }) => path)).toEqual([
    '/api/v1/encounters',
    '/api/v1/certificates/refusals',
    '/api/v1/certificates/refusals',
  ]);
  expect(sent[2]).toEqual(sent[1]);
  const body = CertificateRefusalCreate.parse(sent[1]?.body);
  expect(body).toMatchObject({
    ...refusal,
    id: draft.ids.case,
    needId: draft.ids.need,
    confidential: true,
  });
});

test('no item is asked for before a refusal', () => {
  expect(askBefore(draft, 'refuse')).toBeNull();
  expect(askBefore(draft, 'register')).toBe('item');
});
