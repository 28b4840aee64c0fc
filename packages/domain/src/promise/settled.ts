import type { InstantText } from '../shared/index.ts';

/** What became of a promise that is owed no more. */
export type Settled = 'kept' | 'broken' | 'dropped';

/** Waits for the resident, for his word after the answer and for his papers: our clock stands, he is owed nothing. */
const WAITS_FOR_RESIDENT: readonly string[] = ['silence', 'resident'];

/**
 * What became of a promise when something else is owed: `dropped` where the same thing is owed otherwise (by another
 * person, by another time), else `kept` in time and `broken` after it. While the resident is waited for nothing can be
 * broken. `at`: an instant in milliseconds. Standing: assumed.
 */
export function settledAs(
  was: { readonly kind: string; readonly dueAt: InstantText },
  next: { readonly kind: string } | undefined,
  at: number,
): Settled {
  if (was.kind === next?.kind) return 'dropped';
  return WAITS_FOR_RESIDENT.includes(was.kind) || Date.parse(was.dueAt) >= at ? 'kept' : 'broken';
}
