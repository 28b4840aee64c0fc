import { useSyncExternalStore } from 'react';

/*
 * 离开一下: whoever is at this desk is away from it for a moment. A state of this window and nothing else: it is not stored,
 * counts for nothing and no roster knows of it. The desk and the screen that faces the resident say so until somebody is
 * back.
 */

/** What residents read meanwhile in place of the usual sentence. */
export const AWAY_NOTICE = '接待的同事离开一下,马上回来,请先坐一坐。';

let since: Date | null = null;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Leaves the desk at this time, or comes back (null). */
export const stepOut = (at: Date | null): void => {
  since = at;
  for (const listener of listeners) listener();
};

/** Since when nobody is at this desk; null while somebody is. */
export const useSteppedOut = (): Date | null => useSyncExternalStore(subscribe, () => since);
