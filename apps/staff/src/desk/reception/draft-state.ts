import { useSyncExternalStore } from 'react';
import type { Draft } from './draft.ts';

/** The entry, outside of React: whoever shows a part of it is drawn anew only when that part changes. */
export interface DraftState {
  readonly get: () => Draft;
  readonly update: (change: (draft: Draft) => Draft) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export const makeDraftState = (first: Draft): DraftState => {
  let draft = first;
  const listeners = new Set<() => void>();
  return {
    get: () => draft,
    update: (change) => {
      const next = change(draft);
      if (next === draft) return;
      draft = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

/** A part of the entry. `select` must give the same value for the same entry, as plain fields do. */
export const useDraft = <T>(state: DraftState, select: (draft: Draft) => T): T =>
  useSyncExternalStore(state.subscribe, () => select(state.get()));
