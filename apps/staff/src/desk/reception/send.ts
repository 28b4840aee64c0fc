import { type Client, ProblemError } from '@qzt/contract';
import { decisionEndpoints } from '@qzt/contract/certificate';
import {
  type CaseView,
  caseEndpoints,
  type EncounterView,
  type EventCreate,
  encounterEndpoints,
} from '@qzt/contract/reception';
import { v7 } from 'uuid';
import { repeatKey } from '../../platform/repeat-key.ts';
import type { Refusal } from '../certificate/refusal.ts';
import { type Act, caseOf, encounterOf, makesCase } from './compose.ts';
import type { Draft, Progress } from './draft.ts';

type Advance = (progress: Progress) => void;

/** What an act says besides the entry: to whom it goes, or where the resident was sent. */
export interface More {
  readonly place?: string;
  /** What was said and where the resident was sent instead of a certificate. */
  readonly refusal?: Refusal;
  /** What was said is danger: the case is urgent from its first moment. */
  readonly emergency?: { readonly danger: string; readonly mandatoryReport: boolean };
  /** The step after accepting: refer or dispatch. Its id is the draft's. */
  readonly step?:
    | Omit<Extract<EventCreate, { type: 'refer' }>, 'id'>
    | Omit<Extract<EventCreate, { type: 'dispatch' }>, 'id'>;
}

const isProblem = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof ProblemError && codes.includes(error.problem.code);

const linkedIn = (stored: Pick<EncounterView, 'needs'>, needId: string): boolean =>
  stored.needs.some((need) => need.id === needId && need.outcome === 'case');

/** Posts the contact, or finds that an earlier try had arrived: its answer got lost, the record did not. */
const sendEncounter = async (
  client: Client,
  draft: Draft,
  act: Act,
  more: More,
  advance: Advance,
): Promise<Progress> => {
  const body = encounterOf(draft, act, more.place);
  const encounterKey = repeatKey(draft.progress.encounterKey, body);
  advance({ ...draft.progress, encounterKey });
  const stored = await client(encounterEndpoints.createEncounter, {
    body,
    key: encounterKey.key,
  }).catch((error: unknown) => {
    if (!isProblem(error, 'id-exists')) throw error;
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
  { emergency }: More,
  progress: Progress,
  advance: Advance,
): Promise<CaseView> => {
  const made = caseOf(draft, act, progress.encounter?.linked ?? false);
  const body = emergency === undefined ? made : { ...made, urgent: true, ...emergency };
  const caseKey = repeatKey(progress.caseKey, body);
  advance({ ...progress, caseKey });
  try {
    return await client(caseEndpoints.createCase, { body, key: caseKey.key });
  } catch (error) {
    if (!isProblem(error, 'id-exists')) throw error;
    return client(caseEndpoints.readCase, { params: { id: draft.ids.case } });
  }
};

/** Registers and refuses in one request; where an earlier try had arrived, the case as it stands. */
const sendRefusal = async (
  client: Client,
  draft: Draft,
  refusal: Refusal,
  progress: Progress,
  advance: Advance,
): Promise<CaseView> => {
  const { id, encounterId, needId, residentId, confidential } = caseOf(
    draft,
    'refuse',
    progress.encounter?.linked ?? false,
  );
  const body = {
    id,
    ...(encounterId && needId ? { encounterId, needId } : {}),
    ...(residentId ? { residentId } : {}),
    ...(confidential ? { confidential } : {}),
    ...refusal,
  };
  const caseKey = repeatKey(progress.caseKey, body);
  advance({ ...progress, caseKey });
  try {
    return await client(decisionEndpoints.refuseCertificate, { body, key: caseKey.key });
  } catch (error) {
    if (!isProblem(error, 'id-exists')) throw error;
    return client(caseEndpoints.readCase, { params: { id } });
  }
};

/** One step; where an earlier try of it had arrived, the case as it stands now. The step's own id keeps it from doubling. */
const sendStep = async (client: Client, shown: CaseView, body: EventCreate): Promise<CaseView> => {
  const params = { id: shown.id };
  try {
    return await client(caseEndpoints.addEvent, {
      params,
      body,
      version: shown.version,
      key: v7(),
    });
  } catch (error) {
    if (!isProblem(error, 'id-exists', 'version-conflict')) throw error;
    const now = await client(caseEndpoints.readCase, { params });
    if (!now.events.some((event) => event.id === body.id)) throw error;
    return now;
  }
};

/** Accepts the case and hands it on, from wherever an earlier try had come. */
const handOn = async (
  client: Client,
  draft: Draft,
  made: CaseView,
  step: NonNullable<More['step']>,
): Promise<CaseView> => {
  const accepted =
    made.status === 'registered'
      ? await sendStep(client, made, { id: draft.ids.accept, type: 'accept' })
      : made;
  if (accepted.status !== 'accepted') return accepted;
  return sendStep(client, accepted, { ...step, id: draft.ids.step });
};

/** What was stored: the case (none for one line), and codes of what the record of the contact still lacks. */
export interface Sent {
  readonly made: CaseView | null;
  readonly missing: readonly string[];
}

/** The contact was judged before its case was opened. */
const withoutCase = ({ encounter }: Progress): readonly string[] =>
  (encounter?.missing ?? []).filter((code) => code !== 'case-not-opened');

/**
 * Sends one entry: the contact, its case (none for one line), the step that hands it on. `advance` is called before and
 * after each request with what must be kept, so that a retry, also after a crash, continues where it stopped under the
 * same keys. Throws what the client throws.
 */
export const sendReception = async (
  client: Client,
  draft: Draft,
  act: Act,
  advance: Advance,
  more: More = {},
): Promise<Sent> => {
  const progress = draft.progress.encounter
    ? draft.progress
    : await sendEncounter(client, draft, act, more, advance);
  if (more.refusal) {
    const made = await sendRefusal(client, draft, more.refusal, progress, advance);
    return { made, missing: withoutCase(progress) };
  }
  const opened = makesCase(act)
    ? await sendCase(client, draft, act, more, progress, advance)
    : null;
  const made =
    opened !== null && more.step ? await handOn(client, draft, opened, more.step) : opened;
  const missing = made === null ? (progress.encounter?.missing ?? []) : withoutCase(progress);
  // Settled on the spot: there is no answer to bring to anybody.
  const lacks = missing.filter((code) => act !== 'settle' || code !== 'who-unknown');
  return { made, missing: lacks };
};
