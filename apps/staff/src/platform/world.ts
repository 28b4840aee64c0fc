/*
 * Whether this window shows practice. Every write says so, and the server refuses one that believes wrongly: another
 * window of the same browser may have begun or ended practice meanwhile, and the session is one for all of them.
 */

let believed: boolean | null = null;

/** `yes` or `no` for the header of a write; null while nobody knows who is signed in. */
export const worldSaid = (): 'yes' | 'no' | null => {
  if (believed === null) return null;
  return believed ? 'yes' : 'no';
};

/**
 * Takes note of what the session says now. True where the window shows the other world and must be loaded anew; until
 * then it goes on believing what it shows, so that nothing of it can be written into the wrong one.
 */
export const learnWorld = (practice: boolean | null): boolean => {
  if (believed !== null && practice !== null && practice !== believed) return true;
  believed = practice;
  return false;
};

let channel: BroadcastChannel | null = null;
const sharedChannel = (): BroadcastChannel => {
  channel ??= new BroadcastChannel('qzt.practice');
  return channel;
};

/** Tells the other windows of this browser, and not this one, that the session acts elsewhere now. */
export const announceSwitch = (): void => sharedChannel().postMessage('switched');

/** Calls `act` when another window has begun or ended practice. */
export const onSwitch = (act: () => void): void => {
  sharedChannel().onmessage = act;
};
