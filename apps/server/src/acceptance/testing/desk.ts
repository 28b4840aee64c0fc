import type { CaseView, EncounterView } from '@qzt/contract/reception';
import { v7 as uuidv7 } from 'uuid';
import { expect } from 'vitest';
import type { Answer, Client } from '../../testing/product.ts';

/** What the contract calls enough: one line. */
export const oneLine = (more: object = {}) => ({
  id: uuidv7(),
  channel: 'desk',
  startedAt: '2026-11-24T09:30:00+08:00',
  needs: [{ id: uuidv7(), words: '借一把伞', outcome: 'settled' }],
  ...more,
});

/** An encounter with one need that becomes a case; `more` overrides its fields. */
export const askingForACase = (more: object = {}) =>
  oneLine({ needs: [{ id: uuidv7(), words: '想办一张孕妇联系单', outcome: 'case' }], ...more });

export const newCase = (more: object = {}) => ({
  id: uuidv7(),
  kind: 'application',
  title: '孕妇联系单',
  ...more,
});

export function caseOf(answer: Answer): CaseView {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body as CaseView;
}

export async function record(client: Client, more: object = {}): Promise<EncounterView> {
  const answer = await client.post('/api/v1/encounters', oneLine(more));
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body as EncounterView;
}

export const open = async (client: Client, more: object = {}): Promise<CaseView> =>
  caseOf(await client.post('/api/v1/cases', newCase(more)));

export const read = async (client: Client, id: string): Promise<CaseView> =>
  caseOf(await client.get(`/api/v1/cases/${id}`));

export interface Step {
  readonly type: string;
  readonly data?: unknown;
  readonly note?: string;
  readonly id?: string;
}

/** One event, after the version that `version` names. */
export const post = (client: Client, caseId: string, version: number, step: Step) =>
  client.post(`/api/v1/cases/${caseId}/events`, { id: uuidv7(), ...step }, { version });

/** Steps that must succeed, one after another, from the version that `from` shows. */
export async function walk(client: Client, from: CaseView, ...steps: Step[]): Promise<CaseView> {
  let view = from;
  for (const step of steps) view = caseOf(await post(client, view.id, view.version, step));
  return view;
}
