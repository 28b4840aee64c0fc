import { useEffect, useRef, useState } from 'react';
import { now } from '../../platform/clock.ts';
import type { DraftState } from './draft-state.ts';
import { keepDraft, type Owner } from './draft-store.ts';
import { claimWindow } from './window-claim.ts';

/** Writing to the storage after each key would slow the typing; a crash loses no more than this. */
const KEEP_AFTER_MS = 150;

/**
 * Keeps the entry in the storage of the browser while it is written, under this window's name. `found` is called once
 * the name is known; the owner is null until then.
 */
export const useKept = (
  staffId: string,
  state: DraftState,
  found: (owner: Owner) => void,
): { readonly current: Owner | null } => {
  const owner = useRef<Owner | null>(null);
  const [latest] = useState(() => ({ found }));
  latest.found = found;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let shown = true;
    const keep = (): void => {
      clearTimeout(timer);
      timer = undefined;
      if (owner.current !== null)
        keepDraft(localStorage, owner.current, state.get(), now().getTime());
    };
    const claim = claimWindow(staffId, () => now().getTime());
    void claim.owner.then((mine) => {
      if (!shown) return;
      owner.current = mine;
      latest.found(mine);
    });
    const stop = state.subscribe(() => {
      timer ??= setTimeout(keep, KEEP_AFTER_MS);
    });
    const hide = (): void => {
      if (timer !== undefined) keep();
    };
    window.addEventListener('pagehide', hide);
    document.addEventListener('visibilitychange', hide);
    return () => {
      hide();
      shown = false;
      owner.current = null;
      stop();
      claim.release();
      window.removeEventListener('pagehide', hide);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [staffId, state, latest]);
  return owner;
};
