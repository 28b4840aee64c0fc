import { type Client, ProblemError } from '@qzt/contract';
import {
  type CaseView,
  caseEndpoints,
  type EncounterView,
  encounterEndpoints,
} from '@qzt/contract/reception';
import { repeatKey } from '../../platform/repeat-key.ts';
import { type Act, caseOf, encounterOf } from './compose.ts';
import type { Draft, Progress } from './draft.ts';

type Advance = (progress: Progress) => void;

const exists = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'id-exists';

const linkedIn = (stored: Pick<EncounterView, 'needs'>, needId: string): boolean =>
  stored.needs.some((need) => need.id === needId && need.outcome === 'case');

/** Posts the contact, or finds that an earlier try had arrived: its answer got lost, the record did not. */
const sendEncounter = async (
  client: Client,
  draft: Draft,
  act: Act,
  advance: Advance,
): Promise<Progress> => {
  const body = encounterOf(draft, act);
  const encounterKey = repeatKey(draft.progress.encounterKey, body);
  advance({ ...draft.progress, encounterKey });
  const stored = await client(encounterEndpoints.createEncounter, {
    body,
    key: encounterKey.key,
  }).catch((error: unknown) => {
    if (!exists(error)) throw error;
    return client(encounterEndpoints.readEncounter, { params: { id: draft.ids.encounter } });
  });
  const progress: Progress = {
    ...draft.progress,
    encounterKey,
    encounter: { linked: linkedIn(stored, draft.ids.need), missing: stored.missing },
  };
  advance(progress);
  return progress;
};

const sendCase = async (
  client: Client,
  draft: Draft,
  act: Act,
  progress: Progress,
  advance: Advance,
): Promise<CaseView> => {
  const body = caseOf(draft, act, progress.encounter?.linked ?? false);
  const caseKey = repeatKey(progress.caseKey, body);
  advance({ ...progress, caseKey });
  try {
    return await client(caseEndpoints.createCase, { body, key: caseKey.key });
  } catch (error) {
    if (!exists(error)) throw error;
    return client(caseEndpoints.readCase, { params: { id: draft.ids.case } });
  }
};

/** What was stored: the case (none for one line), and codes of what the record of the contact still lacks. */
export interface Sent {
  readonly made: CaseView | null;
  readonly missing: readonly string[];
}

/**
 * Sends one entry: the contact, then its case (none for one line). `advance` is called before and after each request
 * with what must be kept, so that a retry, also after a crash, continues where it stopped under the same keys.
 * Throws what the client throws.
 */
export const sendReception = async (
  client: Client,
  draft: Draft,
  act: Act,
  advance: Advance,
): Promise<Sent> => {
  const progress = draft.progress.encounter
    ? draft.progress
    : await sendEncounter(client, draft, act, advance);
  const made = act === 'line' ? null : await sendCase(client, draft, act, progress, advance);
  // The contact was judged before its case was opened.
  const missing = progress.encounter?.missing.filter(
    (code) => made === null || code !== 'case-not-opened',
  );
  return { made, missing: missing ?? [] };
};
