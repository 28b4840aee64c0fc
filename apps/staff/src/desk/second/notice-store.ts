import { DEFAULT_NOTICE } from './plate.ts';

/*
 * The sentence between two residents belongs to the place where the screen stands, so it lies in this browser; whoever is
 * at the desk may change it. It faces the street: nothing of a person belongs in it.
 */

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'qzt.second.notice';
export const LONGEST_NOTICE = 60;

export const readNotice = (store: Store): string => {
  try {
    return store.getItem(KEY) ?? DEFAULT_NOTICE;
  } catch {
    return DEFAULT_NOTICE;
  }
};

/** Keeps it; an empty one brings back ours. */
export const keepNotice = (store: Store, notice: string): string => {
  const text = notice.trim().slice(0, LONGEST_NOTICE);
  try {
    if (text === '') store.removeItem(KEY);
    else store.setItem(KEY, text);
  } catch {
    return text;
  }
  return text === '' ? DEFAULT_NOTICE : text;
};
