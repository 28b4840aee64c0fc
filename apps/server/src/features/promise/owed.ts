import { alarmClimbs, ladder, type WorkingTime } from '@qzt/domain/promise';
import { type CaseState, callBy } from '@qzt/domain/reception';
import type { Owed } from './promise.store.ts';

/**
 * What a case owes in its present state: at most one thing, to somebody, by a time. As long as an alarm climbs that is a
 * call for help; afterwards, called or not, whatever it owes besides.
 */
export function owedBy(
  committeeId: string,
  caseId: string,
  state: CaseState,
  now: Date,
  time: WorkingTime,
): Owed | undefined {
  const owed = { committeeId, caseId, ownerId: state.firstAsked.id, paused: false };
  const call = callBy(state);
  if (call !== undefined && state.alarm && alarmClimbs(state.alarm.since, now.toISOString()))
    return { ...owed, kind: 'call', dueAt: call, wakeAt: call };
  if (state.tell !== undefined)
    return { ...owed, ...pressing('tell', state.tell.dueAt, state, now, time) };
  // Silence after the answer owes nobody a reminder: the job closes the case when it has lasted.
  if (state.status === 'answered' && state.silenceUntil !== null)
    return { ...owed, kind: 'silence', dueAt: state.silenceUntil, wakeAt: state.silenceUntil };
  if (state.dueAt === null || state.dueKind === null) return undefined;
  // While the resident owes materials the clock stands, and nobody is reminded of anything.
  if (state.dueKind === 'resident')
    return { ...owed, kind: 'resident', dueAt: state.dueAt, wakeAt: null, paused: true };
  return { ...owed, ...pressing(state.dueKind, state.dueAt, state, now, time) };
}

/** Something that the ladder presses for, with when it first wakes somebody. */
function pressing(
  kind: string,
  dueAt: string,
  { confidential }: CaseState,
  now: Date,
  time: WorkingTime,
): Pick<Owed, 'kind' | 'dueAt' | 'wakeAt'> {
  const [first] = ladder({ ...time, from: now.toISOString(), dueAt, confidential });
  return { kind, dueAt, wakeAt: first?.at ?? dueAt };
}

/** What the ladder presses for in this state, in the words of a message; null where it presses for nothing. */
export function pressedFor({
  tell,
  dueKind,
  dueAt,
}: Pick<CaseState, 'tell' | 'dueKind' | 'dueAt'>): {
  readonly kind: string;
  readonly dueAt: string;
} | null {
  if (tell !== undefined) return { kind: 'tell', dueAt: tell.dueAt };
  return dueAt === null || dueKind === null ? null : { kind: dueKind, dueAt };
}

/** Whether two states owe the same thing, so that a promise and its reminders stay as they are. */
export const sameOwed = (a: Owed | undefined, b: Owed | undefined): boolean =>
  a?.kind === b?.kind &&
  a?.dueAt === b?.dueAt &&
  a?.ownerId === b?.ownerId &&
  a?.paused === b?.paused;
