import { type Draft, isTouched } from './draft.ts';

/*
 * The unfinished entry lies in the browser's local storage, because session storage does not outlive a crash of the
 * desk PC while a resident is waiting. That is acceptable there: the PC stands at the committee's own desk behind a
 * personal sign-in to the operating system; each window has at most one, one that was put away and can be found again,
 * and one that is about to be sent; they belong to one member of staff, hold what was just typed (names come masked
 * from the server), and go when something is sent, when the worker signs out, and by themselves after twelve hours.
 */

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
type ListedStore = Store & Pick<Storage, 'key' | 'length'>;

const HOLD_HOURS = 12;
/** Rises when the shape of a draft changes: an older one is dropped rather than misread. */
const SHAPE = 4;

/** What is being written, what was put away for the next resident, what will be sent in a moment. */
export type Slot = 'written' | 'put-away' | 'outgoing';
const SLOTS = ['written', 'put-away', 'outgoing'] as const satisfies readonly Slot[];

/** One window of one member of staff: two windows do not write over each other. */
export interface Owner {
  readonly staffId: string;
  readonly windowId: string;
}

const prefixOf = (staffId: string): string => `qzt.desk.${staffId}.`;
const keyOf = ({ staffId, windowId }: Owner, slot: Slot): string =>
  `${prefixOf(staffId)}${windowId}.${slot}`;

interface Kept {
  readonly shape: number;
  readonly at: number;
  readonly draft: Draft;
}

/** Keeps an unfinished entry; an untouched one leaves nothing behind. A full or forbidden storage is no error. */
export const keepDraft = (
  store: Store,
  owner: Owner,
  draft: Draft,
  now: number,
  slot: Slot = 'written',
): void => {
  try {
    if (isTouched(draft)) {
      const kept: Kept = { shape: SHAPE, at: now, draft };
      store.setItem(keyOf(owner, slot), JSON.stringify(kept));
    } else store.removeItem(keyOf(owner, slot));
  } catch {
    return;
  }
};

const read = (store: Store, key: string, now: number): Kept | null => {
  const text = store.getItem(key);
  if (text === null) return null;
  const kept = JSON.parse(text) as Partial<Kept>;
  const fresh = kept.shape === SHAPE && now - (kept.at ?? 0) < HOLD_HOURS * 3_600_000;
  return fresh && kept.draft ? (kept as Kept) : null;
};

/** The unfinished entry of this window, or null. What is old or not readable is thrown away. */
export const findDraft = (
  store: Store,
  owner: Owner,
  now: number,
  slot: Slot = 'written',
): Draft | null => {
  try {
    const kept = read(store, keyOf(owner, slot), now);
    if (kept === null) store.removeItem(keyOf(owner, slot));
    return kept?.draft ?? null;
  } catch {
    dropDraft(store, owner, slot);
    return null;
  }
};

/** Removes all three, or the named one, of one window. */
export const dropDraft = (store: Store, owner: Owner, ...slots: readonly Slot[]): void => {
  try {
    for (const slot of slots.length > 0 ? slots : SLOTS) store.removeItem(keyOf(owner, slot));
  } catch {
    return;
  }
};

const keysOf = (store: ListedStore, staffId: string): string[] => {
  try {
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
    return keys.filter((key) => key.startsWith(prefixOf(staffId)));
  } catch {
    return [];
  }
};

/** The windows of this member of staff that have left something behind; the one written last stands first. */
export const windowsOf = (store: ListedStore, staffId: string): string[] => {
  const prefix = prefixOf(staffId);
  const windows = keysOf(store, staffId).map((key) => key.slice(prefix.length).split('.')[0] ?? '');
  const at = (windowId: string): number => {
    try {
      return read(store, keyOf({ staffId, windowId }, 'written'), 0)?.at ?? 0;
    } catch {
      return 0;
    }
  };
  return [...new Set(windows)]
    .filter((id) => !id.startsWith('step-'))
    .sort((a, b) => at(b) - at(a));
};

/** What a window that is gone has left becomes this window's; what this one has itself stays. */
export const adoptDrafts = (store: Store, from: Owner, to: Owner, now: number): void => {
  for (const slot of SLOTS) {
    const left = findDraft(store, from, now, slot);
    if (left !== null && findDraft(store, to, now, slot) === null) {
      keepDraft(store, to, left, now, slot);
      dropDraft(store, from, slot);
    }
  }
};

/** At sign-out nothing of this member of staff stays on the PC. */
export const dropAllDrafts = (store: ListedStore, staffId: string): void => {
  for (const key of keysOf(store, staffId)) store.removeItem(key);
};
