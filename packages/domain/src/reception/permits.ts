import { type InstantText, localDate, millisecondsOf } from '../shared/index.ts';
import type { CaseState } from './case-state.ts';
import { EVENT_TYPES, type PostableType, type Relation, rowOf } from './case-table.ts';
import { type CaseActor, relationsOf } from './relations.ts';
import { sharedWith } from './sharing.ts';

/** Why a step is not open to somebody: the case does not stand so, or he may not. */
export type Refusal = 'transition-not-allowed' | 'not-permitted';

/**
 * Whether a step is open to an actor now, before its data are looked at; null means that it is. The status is asked
 * before the person, so that a colleague's step between two clicks reads as a conflict and not as a lack of rights.
 */
export function refusalOf(
  type: PostableType,
  state: CaseState,
  actor: CaseActor,
  now: InstantText,
): Refusal | null {
  return refusalFor(type, state, relationsOf(state, actor), now);
}

function refusalFor(
  type: PostableType,
  state: CaseState,
  relations: ReadonlySet<Relation>,
  now: InstantText,
): Refusal | null {
  if (relations.size === 0) return 'not-permitted';
  const row = rowOf(type);
  if (!row.from.includes(state.status)) return 'transition-not-allowed';
  if (!hasGround(type, state)) return 'transition-not-allowed';
  if (row.to === 'closed' && mustReportFirst(state)) return 'transition-not-allowed';
  if (!row.who.some((relation) => relations.has(relation))) return 'not-permitted';
  return conditionOf(type, state, relations, now);
}

/** The steps that are open to somebody now: what a screen offers. `register` is never one of them. */
export function allowedActions(
  state: CaseState,
  actor: CaseActor,
  now: InstantText,
): PostableType[] {
  // What the actor is to the case is asked once, not for each step: a list asks for twenty cases.
  const relations = relationsOf(state, actor);
  return EVENT_TYPES.filter((type) => type !== 'register').filter(
    (type) => refusalFor(type, state, relations, now) === null,
  );
}

/**
 * Where a minor or a person without capacity may be a victim of violence, the committee must report to the police
 * (Anti-Domestic Violence Law art. 14, official-national): no closing before `report` says that it did, or why not.
 */
export function mustReportFirst(state: Pick<CaseState, 'mandatoryReport' | 'reported'>): boolean {
  return state.mandatoryReport && state.reported === null;
}

function conditionOf(
  type: PostableType,
  state: CaseState,
  relations: ReadonlySet<Relation>,
  now: InstantText,
): Refusal | null {
  if (relations.has('head')) return null;
  switch (type) {
    // The job waits out the silence after an answer; everything else is the head's to close.
    case 'close':
      return silenceIsOver(state, now) ? null : 'transition-not-allowed';
    // The resident's right to have it reopened ends; a worker acts for him and has no longer right.
    case 'reopen':
      return state.reopenUntil !== null && localDate(now) <= state.reopenUntil
        ? null
        : 'not-permitted';
    // Handing over to the line's owner is part of taking a sensitive matter; other cases only the head reassigns.
    case 'assign':
      return state.handOver ? null : 'not-permitted';
    default:
      return null;
  }
}

/** Whether there is in the case what a step is about. */
function hasGround(type: PostableType, state: CaseState): boolean {
  switch (type) {
    case 'tell':
      return state.tell !== undefined;
    case 'alarm':
      return !state.urgent;
    case 'all-clear':
      return state.urgent;
    case 'must-report':
      return !state.mandatoryReport;
    case 'report':
      return state.mandatoryReport;
    case 'share':
      return state.confidential;
    case 'unshare':
      return sharedWith(state).length > 0;
    default:
      return true;
  }
}

/** Whoever was never told of an answer is not silent about it. */
function silenceIsOver(state: CaseState, now: InstantText): boolean {
  return (
    state.status === 'answered' &&
    state.tell === undefined &&
    state.silenceUntil !== null &&
    millisecondsOf(now) >= millisecondsOf(state.silenceUntil)
  );
}
