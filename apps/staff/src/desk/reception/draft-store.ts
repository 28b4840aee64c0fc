import { type Draft, isTouched } from './draft.ts';

/*
 * The unfinished entry lies in the browser's local storage, because session storage does not outlive a crash of the
 * desk PC while a resident is waiting. That is acceptable there: the PC stands at the committee's own desk behind a
 * personal sign-in to the operating system; the entry is at most one, belongs to one member of staff, holds what was
 * just typed (names come masked from the server), and goes when it is sent, when the worker signs out, and by itself
 * after twelve hours.
 */

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const HOLD_HOURS = 12;
/** Rises when the shape of a draft changes: an older one is dropped rather than misread. */
const SHAPE = 3;

const keyOf = (staffId: string): string => `qzt.desk.${staffId}`;

interface Kept {
  readonly shape: number;
  readonly at: number;
  readonly draft: Draft;
}

/** Keeps an unfinished entry; an untouched one leaves nothing behind. A full or forbidden storage is no error. */
export const keepDraft = (store: Store, staffId: string, draft: Draft, now: number): void => {
  try {
    if (isTouched(draft)) {
      const kept: Kept = { shape: SHAPE, at: now, draft };
      store.setItem(keyOf(staffId), JSON.stringify(kept));
    } else store.removeItem(keyOf(staffId));
  } catch {
    return;
  }
};

/** The unfinished entry of this member of staff, or null. What is old or not readable is thrown away. */
export const findDraft = (store: Store, staffId: string, now: number): Draft | null => {
  try {
    const text = store.getItem(keyOf(staffId));
    if (text === null) return null;
    const kept = JSON.parse(text) as Partial<Kept>;
    const fresh = kept.shape === SHAPE && now - (kept.at ?? 0) < HOLD_HOURS * 3_600_000;
    if (fresh && kept.draft) return kept.draft;
    store.removeItem(keyOf(staffId));
    return null;
  } catch {
    dropDraft(store, staffId);
    return null;
  }
};

/** Removes it: after sending and at sign-out. */
export const dropDraft = (store: Store, staffId: string): void => {
  try {
    store.removeItem(keyOf(staffId));
  } catch {
    return;
  }
};
