import { PROMISE_DEFAULTS } from '@qzt/domain/promise';
import {
  applyEvent,
  type CaseContext,
  type CaseEvent,
  type CaseState,
  type DangerFact,
} from '@qzt/domain/reception';
import type { Actor } from '../../platform/actor.ts';
import { Refusal } from '../../platform/refusal.ts';
import { localDate } from '../../platform/time.ts';
import { type Ground, transact, violated } from '../../platform/transact.ts';
import type { Catalogue, ItemVersion } from '../catalogue/index.ts';
import type { Directory } from '../org/index.ts';
import { type Presence, standInFor, type WorkingTimes } from '../promise/index.ts';
import { type CaseRow, findCase } from './case.store.ts';
import { findEncounter } from './encounter.store.ts';

/** What the cases of a committee need from the other rooms. */
export interface CaseGround extends Ground {
  readonly catalogue: Catalogue;
  readonly directory: Directory;
  readonly workingTimes: WorkingTimes;
  readonly presence: Presence;
  readonly dangers: DangerRules;
  /** Where residents reach the product, such as `https://jw.example.cn`; without it, where the desk does. */
  readonly publicOrigin?: string | undefined;
}

/** What follows from a danger of the list for the case that is about it. */
export interface DangerRules {
  fact(code: string): DangerFact | undefined;
}

/** Working time of the committee and limit of the item: what the rules of a case count with. */
export async function contextOf(
  ground: CaseGround,
  committeeId: string,
  item: ItemVersion | undefined,
): Promise<CaseContext> {
  return {
    ...(await ground.workingTimes.of(committeeId)),
    limitWorkingDays: item?.body.limitWorkingDays ?? null,
    params: PROMISE_DEFAULTS,
  };
}

/** The state after more events. */
export const fold = (
  state: CaseState | undefined,
  events: readonly CaseEvent[],
  context: CaseContext,
): CaseState => {
  let next = state;
  for (const event of events) next = applyEvent(next, event, context);
  if (next === undefined) throw new Error('a case without events');
  return next;
};

/**
 * The state as it is shown at a moment. Who stands in follows from who is away just then, and not from the events: so
 * it is looked up (in memory, for all but the first in seconds) and never stored with the case.
 */
export async function shownNow(
  ground: CaseGround,
  committeeId: string,
  state: CaseState,
  now: Date,
): Promise<CaseState> {
  const { standIn: _before, ...rest } = state;
  if (state.status === 'closed') return rest;
  const standIn = await standInFor(ground.presence, committeeId, state, now);
  return standIn ? { ...rest, standIn } : rest;
}

/** The item in the version under which the case was registered. */
export const versionOf = async (
  ground: CaseGround,
  row: CaseRow,
  now: Date,
): Promise<ItemVersion | undefined> =>
  row.service_item !== null && row.service_item_version !== null
    ? ground.catalogue.version(row.service_item, row.service_item_version, localDate(now))
    : undefined;

/**
 * What stops a second record under one id: the record itself, the key made for it, or words that stand there already. The
 * words of encounters, cases and events share one table of ids.
 */
const ID_TAKEN = [
  'case_file_pkey',
  'encounter_pkey',
  'data_key_committee_id_subject_kind_subject_id_key',
  'personal_text_pkey',
];

/** Whether a record was stopped because its id is taken. */
export const idTaken = (error: unknown): boolean =>
  ID_TAKEN.some((constraint) => violated(error, constraint));

/**
 * An id that exists: with its version where the actor may know of it, not found where not. Cases and encounters share
 * one table of ids for their words, so the record may be of either kind.
 */
export async function idExists(ground: CaseGround, actor: Actor, id: string): Promise<Refusal> {
  const version = await transact(
    ground,
    actor,
    '查重',
    async (work) =>
      (await findCase(work, id))?.version ?? (await findEncounter(work, id))?.view.version,
  );
  return version === undefined ? new Refusal('not-found') : new Refusal('id-exists', { version });
}
