import { v7 } from 'uuid';
import { adoptDrafts, type Owner, windowsOf } from './draft-store.ts';

/** How long another window of this browser has to say that an entry is its own; it answers at once if it lives. */
const ANSWER_MS = 150;
const WINDOW_KEY = 'qzt.window';

interface Said {
  readonly asks?: string;
  readonly by: string;
  readonly lives?: string;
}

export interface Claim {
  /** Whose drafts this window writes. The id is decided when the promise is there. */
  readonly owner: Promise<Owner>;
  readonly release: () => void;
}

/**
 * Finds out which kept entries are this window's: its own after a reload, else those of a window that crashed. A window
 * that lives answers for its own, also where a tab was duplicated together with its session storage.
 */
export const claimWindow = (staffId: string, now: () => number): Claim => {
  const self = v7();
  const channel = new BroadcastChannel(`qzt.desk.${staffId}`);
  const living = new Set<string>();
  let mine: string | null = null;
  channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if (data.asks !== undefined && mine !== null) channel.postMessage({ lives: mine, by: self });
    if (data.lives !== undefined) living.add(data.lives);
  });
  const settle = async (): Promise<Owner> => {
    channel.postMessage({ asks: 'who', by: self });
    await new Promise((done) => setTimeout(done, ANSWER_MS));
    const before = sessionStorage.getItem(WINDOW_KEY);
    const windowId = before !== null && !living.has(before) ? before : v7();
    sessionStorage.setItem(WINDOW_KEY, windowId);
    mine = windowId;
    const owner = { staffId, windowId };
    const left = windowsOf(localStorage, staffId).find(
      (other) => other !== windowId && !living.has(other),
    );
    if (left !== undefined) adoptDrafts(localStorage, { staffId, windowId: left }, owner, now());
    return owner;
  };
  return { owner: settle(), release: () => channel.close() };
};
