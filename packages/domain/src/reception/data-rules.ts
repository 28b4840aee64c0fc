import {
  type DateText,
  DomainError,
  type InstantText,
  invalid,
  millisecondsOf,
} from '../shared/index.ts';
import { dueOfClock } from './case-clock.ts';
import type { CaseContext, CaseState } from './case-state.ts';
import { rowOf } from './case-table.ts';
import type { CaseCommand, CommandDataOf } from './command.ts';
import { notOnNotice } from './materials.ts';

/** Tries before a resident counts as unreachable (standing: assumed). */
export const TRIES_UNTIL_UNREACHABLE = 3;

/**
 * Whether everything that the table asks for is there. `speaksForResident`: a worker does what the resident would do
 * himself, and must say how the resident let him know.
 *
 * @throws DomainError invalid-input with `path`
 */
export function checkRequired(command: CaseCommand, speaksForResident: boolean): void {
  const row = rowOf(command.type);
  const paths = [...row.required, ...(speaksForResident ? (row.requiredForResident ?? []) : [])];
  for (const path of paths) {
    if (isMissing(valueAt(command, path))) throw invalid(path, 'required');
  }
}

/** @throws DomainError invalid-input: a material that the notice does not name needs a reason */
export function checkAsked(state: CaseState, data: CommandDataOf['ask-materials']): void {
  const surprising = notOnNotice(state, data.materials);
  if (surprising.length > 0 && isMissing(data.why)) {
    throw invalid('data.why', 'required', { materials: surprising });
  }
}

/**
 * A closing without an answer needs a reason, and three tries before somebody is unreachable.
 *
 * @throws DomainError transition-not-allowed, invalid-input
 */
export function checkClose(state: CaseState, data: CommandDataOf['close'] | undefined): void {
  if (state.status !== 'answered' && data?.reason === undefined) {
    throw new DomainError('transition-not-allowed', {
      type: 'close',
      status: state.status,
      reason: 'close-needs-answer-or-reason',
    });
  }
  if (data?.reason === 'unreachable' && (data.tries ?? 0) < TRIES_UNTIL_UNREACHABLE) {
    throw invalid('data.tries', 'too-few', { least: TRIES_UNTIL_UNREACHABLE });
  }
}

/** @throws DomainError invalid-input where the new time is not later than the one that holds */
export function checkExtend(
  state: CaseState,
  until: InstantText | DateText,
  now: InstantText,
  ctx: CaseContext,
): void {
  let wanted: number;
  try {
    const clock = { ...state.clock, base: { kind: 'until' as const, until }, movedBy: 0 };
    wanted = millisecondsOf(dueOfClock(clock, ctx).at);
  } catch (error) {
    if (error instanceof DomainError) throw invalid('data.until', 'not-a-time');
    throw error;
  }
  if (wanted <= Math.max(millisecondsOf(state.dueAt ?? now), millisecondsOf(now))) {
    throw invalid('data.until', 'too-early', { dueAt: state.dueAt });
  }
}

/** @throws DomainError invalid-input */
export function checkRating({ score, of }: CommandDataOf['rate']): void {
  const whole = Number.isInteger(score) && Number.isInteger(of);
  if (!whole || score < 1 || score > of) throw invalid('data.score', 'out-of-range', { of });
}

function isMissing(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return value === undefined || value === null;
}

function valueAt(command: CaseCommand, path: string): unknown {
  let value: unknown = command;
  for (const key of path.split('.')) {
    value =
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([name]) => name === key)?.[1]
        : undefined;
  }
  return value;
}
