import type { EntryForm } from './entry-form.ts';

/*
 * An unfinished edit lies in the browser's storage, so that a crash or an ended session costs nothing. It holds words of
 * the catalogue and nothing of a person; it goes when it is saved or given up, and by itself after a fortnight.
 */

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const HOLD_MS = 14 * 24 * 3_600_000;
/** Rises when the shape of a draft changes: an older one is dropped rather than misread. */
const SHAPE = 1;

/** What was written, and on which version. */
export interface EditDraft {
  readonly version: number;
  readonly form: EntryForm;
  readonly from: string;
  readonly whyPast: string;
  readonly reason: string;
}

const keyOf = (staffId: string, code: string): string => `qzt.catalogue.${staffId}.${code}`;

/** Keeps an unfinished edit. A full or forbidden storage is no error: saving does not depend on it. */
export const keepEdit = (
  store: Store,
  staffId: string,
  code: string,
  draft: EditDraft,
  now: number,
): void => {
  try {
    store.setItem(keyOf(staffId, code), JSON.stringify({ shape: SHAPE, at: now, draft }));
  } catch {
    return;
  }
};

/** The unfinished edit of this item, or null. */
export const findEdit = (
  store: Store,
  staffId: string,
  code: string,
  now: number,
): EditDraft | null => {
  try {
    const kept = JSON.parse(store.getItem(keyOf(staffId, code)) ?? 'null') as {
      shape?: number;
      at?: number;
      draft?: EditDraft;
    } | null;
    const fresh = kept?.shape === SHAPE && now - (kept.at ?? 0) < HOLD_MS;
    return (fresh && kept.draft) || null;
  } catch {
    return null;
  }
};

export const dropEdit = (store: Store, staffId: string, code: string): void => {
  try {
    store.removeItem(keyOf(staffId, code));
  } catch {
    return;
  }
};
