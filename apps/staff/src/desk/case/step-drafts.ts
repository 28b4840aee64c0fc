import type { CaseView, PostableType } from '@qzt/contract/reception';
import { isPostable } from './actions.ts';
import type { Values } from './event-form.ts';

/*
 * A half-written step (an answer above all) lies in the browser's local storage like the entry of the desk, for the
 * same reasons and as long: a crash, an ended session or a look at another case must not eat it. It goes when the step
 * is sent or put away, and with everything else of this member of staff at sign-out (its key begins alike).
 */

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const HOLD_MS = 12 * 3_600_000;

/** Which step of which case, by whom. */
export interface StepOwner {
  readonly staffId: string;
  readonly caseId: string;
  readonly type: string;
}

interface Kept {
  readonly at: number;
  readonly values: Values;
}

const keyOf = ({ staffId, caseId, type }: StepOwner): string =>
  `qzt.desk.${staffId}.step-${caseId}.${type}`;

/** A full or forbidden storage is no error. */
export const keepStep = (store: Store, owner: StepOwner, values: Values, now: number): void => {
  try {
    const kept: Kept = { at: now, values };
    store.setItem(keyOf(owner), JSON.stringify(kept));
  } catch {
    return;
  }
};

/** What was written before, or null; what is old or not readable is thrown away. */
export const findStep = (store: Store, owner: StepOwner, now: number): Values | null => {
  try {
    const text = store.getItem(keyOf(owner));
    if (text === null) return null;
    const kept = JSON.parse(text) as Partial<Kept>;
    if (kept.values && now - (kept.at ?? 0) < HOLD_MS) return kept.values;
  } catch {
    dropStep(store, owner);
    return null;
  }
  dropStep(store, owner);
  return null;
};

export const dropStep = (store: Store, owner: StepOwner): void => {
  try {
    store.removeItem(keyOf(owner));
  } catch {
    return;
  }
};

/** The step of this case that was left half-written, if it is still open to this person. */
export const unfinishedStep = (
  store: Store,
  staffId: string,
  shown: Pick<CaseView, 'id' | 'allowedActions'>,
  now: number,
): PostableType | null =>
  shown.allowedActions
    .filter(isPostable)
    .find((type) => findStep(store, { staffId, caseId: shown.id, type }, now) !== null) ?? null;
