import { useSyncExternalStore } from 'react';

/** Kept on this PC, in practice and outside it: whoever leaves the guide finds it again where he left it. */
const KEY = 'qzt.first-day';
const listeners = new Set<() => void>();

const isShown = (): boolean => {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
};

/** Opens the guide of the first day, or puts it away. */
export const toggleFirstDay = (): void => {
  try {
    if (isShown()) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'yes');
  } catch {
    return;
  }
  for (const tell of listeners) tell();
};

const listen = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => {
    listeners.delete(tell);
  };
};

export const useFirstDayShown = (): boolean => useSyncExternalStore(listen, isShown);
