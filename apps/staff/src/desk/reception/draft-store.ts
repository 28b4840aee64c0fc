import { type Draft, isTouched } from './draft.ts';

/*
 * The unfinished entry lies in the browser's local storage, because session storage does not outlive a crash of the
 * desk PC while a resident is waiting. That is acceptable there: the PC stands at the committee's own desk behind a
 * personal sign-in to the operating system; there is at most one, and at most one that was put away and can be found
 * again; they belong to one member of staff, hold what was just typed (names come masked from the server), and go when
 * something is sent, when the worker signs out, and by themselves after twelve hours.
 */

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const HOLD_HOURS = 12;
/** Rises when the shape of a draft changes: an older one is dropped rather than misread. */
const SHAPE = 3;

/** What is being written, or what was put away for the next resident. */
export type Slot = 'written' | 'put-away';
const SLOTS = ['written', 'put-away'] as const satisfies readonly Slot[];

const keyOf = (staffId: string, slot: Slot): string =>
  slot === 'written' ? `qzt.desk.${staffId}` : `qzt.desk.${staffId}.${slot}`;

interface Kept {
  readonly shape: number;
  readonly at: number;
  readonly draft: Draft;
}

/** Keeps an unfinished entry; an untouched one leaves nothing behind. A full or forbidden storage is no error. */
export const keepDraft = (
  store: Store,
  staffId: string,
  draft: Draft,
  now: number,
  slot: Slot = 'written',
): void => {
  try {
    if (isTouched(draft)) {
      const kept: Kept = { shape: SHAPE, at: now, draft };
      store.setItem(keyOf(staffId, slot), JSON.stringify(kept));
    } else store.removeItem(keyOf(staffId, slot));
  } catch {
    return;
  }
};

/** The unfinished entry of this member of staff, or null. What is old or not readable is thrown away. */
export const findDraft = (
  store: Store,
  staffId: string,
  now: number,
  slot: Slot = 'written',
): Draft | null => {
  try {
    const text = store.getItem(keyOf(staffId, slot));
    if (text === null) return null;
    const kept = JSON.parse(text) as Partial<Kept>;
    const fresh = kept.shape === SHAPE && now - (kept.at ?? 0) < HOLD_HOURS * 3_600_000;
    if (fresh && kept.draft) return kept.draft;
    store.removeItem(keyOf(staffId, slot));
    return null;
  } catch {
    dropDraft(store, staffId, slot);
    return null;
  }
};

/** Removes both, or the named one: after sending and at sign-out. */
export const dropDraft = (store: Store, staffId: string, ...slots: readonly Slot[]): void => {
  try {
    for (const slot of slots.length > 0 ? slots : SLOTS) store.removeItem(keyOf(staffId, slot));
  } catch {
    return;
  }
};
