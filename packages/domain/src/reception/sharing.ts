import { invalid } from '../shared/index.ts';
import type { Named } from './case-event.ts';
import type { CaseState } from './case-state.ts';

/** The people whom the worker first asked or the head let know of a confidential case. */
export const sharedWith = (state: Pick<CaseState, 'shared'>): readonly Named[] =>
  state.shared ?? [];

/** The state with one more, or with one fewer, who may know of it. */
export function shareWith(state: CaseState, person: Named): CaseState {
  const others = sharedWith(state).filter(({ id }) => id !== person.id);
  return { ...state, shared: [...others, person] };
}

export function unshareWith(state: CaseState, person: Named): CaseState {
  const { shared: _before, ...rest } = state;
  const others = sharedWith(state).filter(({ id }) => id !== person.id);
  return others.length === 0 ? rest : { ...rest, shared: others };
}

/** Whose name is taken away: one of those who were named, also after he has left. @throws DomainError invalid-input */
export function namedBefore(state: CaseState, id: string): Named {
  const person = sharedWith(state).find((one) => one.id === id);
  if (person === undefined) throw invalid('data.staff', 'not-named');
  return person;
}
