import type { Act } from './compose.ts';
import type { Draft } from './draft.ts';

/*
 * What is settled at once (F2) or kept as one line (F7) is sent a few seconds later, so that a slip of the finger can be
 * taken back as if it had never been. Taking it back by events would leave a false entry in the register for ever, a
 * contact has no such event at all, and a message to the resident cannot be taken back. What must be on the server at
 * once, because a number or a notice is handed over (F3, F4, F6), is not held.
 */

/** Long enough to see the mistake, short enough that the next resident has not begun to speak. */
export const HOLD_MS = 5_000;

export const isHeld = (act: Act): act is 'settle' | 'line' => act === 'settle' || act === 'line';

export interface Held {
  readonly draft: Draft;
  readonly act: Act;
  /** At which turn of residents: what came of it is shown to nobody who came later. */
  readonly turn: number;
}

/** The one entry that waits to be sent, with its timer. */
export const makeHold = (send: (held: Held) => Promise<void>, waitMs = HOLD_MS) => {
  let held: Held | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | null = null;
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    if (held === null) return sending ?? Promise.resolve();
    const now = held;
    held = null;
    const mine = send(now).finally(() => {
      if (sending === mine) sending = null;
    });
    sending = mine;
    return mine;
  };
  return {
    /** The one before is sent first: it is never overwritten. */
    put: (next: Held): void => {
      void flush();
      held = next;
      timer = setTimeout(() => void flush(), waitMs);
    },
    /** Takes it back; null where it is on its way already. */
    takeBack: (): Held | null => {
      clearTimeout(timer);
      const taken = held;
      held = null;
      return taken;
    },
    /** Sends it now; resolves when it is sent, or at once when there is none. */
    flush,
  };
};
