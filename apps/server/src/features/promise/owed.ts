import { ladder, type WorkingTime } from '@qzt/domain/promise';
import type { CaseState } from '@qzt/domain/reception';
import type { Owed } from './promise.store.ts';

/** What a case owes in its present state: at most one thing, to somebody, by a time. */
export function owedBy(
  committeeId: string,
  caseId: string,
  state: CaseState,
  now: Date,
  time: WorkingTime,
): Owed | undefined {
  const owed = { committeeId, caseId, ownerId: state.firstAsked.id, paused: false };
  // Silence after the answer owes nobody a reminder: the job closes the case when it has lasted.
  if (state.status === 'answered' && state.silenceUntil !== null)
    return { ...owed, kind: 'silence', dueAt: state.silenceUntil, wakeAt: state.silenceUntil };
  if (state.dueAt === null || state.dueKind === null) return undefined;
  // While the resident owes materials the clock stands, and nobody is reminded of anything.
  if (state.dueKind === 'resident')
    return { ...owed, kind: 'resident', dueAt: state.dueAt, wakeAt: null, paused: true };
  const [first] = ladder({
    ...time,
    from: now.toISOString(),
    dueAt: state.dueAt,
    confidential: state.confidential,
  });
  return { ...owed, kind: state.dueKind, dueAt: state.dueAt, wakeAt: first?.at ?? state.dueAt };
}

/** Whether two states owe the same thing, so that a promise and its reminders stay as they are. */
export const sameOwed = (a: Owed | undefined, b: Owed | undefined): boolean =>
  a?.kind === b?.kind &&
  a?.dueAt === b?.dueAt &&
  a?.ownerId === b?.ownerId &&
  a?.paused === b?.paused;
