import { useSyncExternalStore } from 'react';

export const PAPER_SIZES = { a4: 'A4', a5: 'A5' } as const;
export type PaperSize = keyof typeof PAPER_SIZES;

/** What lies in the printer belongs to this computer, not to whoever sits at it. */
const KEY = 'qzt-paper-size';
const CHANGED = 'qzt-paper-size-changed';

const isSize = (value: string | null): value is PaperSize =>
  value !== null && Object.hasOwn(PAPER_SIZES, value);

/** The paper in the printer of this computer; until somebody says otherwise, what the paper is made for. */
export function paperSize(madeFor: PaperSize = 'a4'): PaperSize {
  const kept = localStorage.getItem(KEY);
  return isSize(kept) ? kept : madeFor;
}

export function setPaperSize(size: PaperSize): void {
  localStorage.setItem(KEY, size);
  window.dispatchEvent(new Event(CHANGED));
}

function listen(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  window.addEventListener('storage', changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener('storage', changed);
  };
}

export const usePaperSize = (): PaperSize => useSyncExternalStore(listen, paperSize);
