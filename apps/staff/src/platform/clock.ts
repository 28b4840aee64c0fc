import { setClock } from '@qzt/ui';

/*
 * The clock of a desk PC may be wrong, and what stands on the screen as a fact must not be. Each answer of the server
 * carries its time (header Date, to the second); the difference to the PC is kept and applied to every time that is
 * shown or sent.
 */

/** Beyond this the worker is told. */
const TOLD_FROM_MS = 120_000;
/** What transport and the header's whole seconds may make of a right clock. */
const ROUGH_MS = 5_000;

let offsetMs = 0;
const listeners = new Set<() => void>();

/** The time by the server's clock, as far as it is known. */
export const now = (): Date => new Date(Date.now() + offsetMs);

/** Minutes by which this PC is ahead (+) or behind (−); 0 where the difference need not be told. */
export const wrongMinutes = (): number =>
  Math.abs(offsetMs) < TOLD_FROM_MS ? 0 : Math.round(-offsetMs / 60_000);

/** How far the server is ahead of the PC; small differences are no finding. */
export const offsetOf = (dateHeader: string | null, pcNow: number): number | null => {
  const server = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  if (Number.isNaN(server)) return null;
  const offset = server - pcNow;
  return Math.abs(offset) < ROUGH_MS ? 0 : offset;
};

/** Reads the server's time off an answer. */
export const learnTime = (answer: Response): void => {
  const offset = offsetOf(answer.headers.get('date'), Date.now());
  if (offset === null || Math.abs(offset - offsetMs) < ROUGH_MS) return;
  offsetMs = offset;
  setClock(now);
  for (const listener of listeners) listener();
};

export const onClock = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
