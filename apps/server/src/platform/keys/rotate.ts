import type { Pool } from '../pool.ts';
import { addMaster, type Keyring, readKeyring } from './keyring.ts';
import { keysAfter, mastersInUse, noteRotation, rewrap, type WrappedKey } from './rotate.store.ts';
import { unwrap, wrap } from './seal.ts';

const BATCH = 500;

export interface Rotation {
  /** Number of the master key that wraps everything now. */
  readonly to: number;
  readonly rewrapped: number;
  /** Older master keys that wrap nothing any more. */
  readonly unused: readonly number[];
}

/**
 * Puts every data key under a new master key, in batches, beside the running product. The new key is on disk before any
 * row needs it, and the old ones stay, so it may be cut off anywhere: the next run goes on with the same new key.
 *
 * @param owner of whoever row-level security does not bind
 */
export async function rotateKeys(
  owner: Pool,
  folder: string,
  onBatch: (rewrapped: number) => void,
): Promise<Rotation> {
  const before = await readKeyring(folder);
  const unfinished = (await mastersInUse(owner)).some((master) => master !== before.current);
  const keyring = unfinished ? before : await addMaster(folder);
  let rewrapped = 0;
  // The running product may make a key under the old one meanwhile, as long as it has not met the new one.
  while ((await mastersInUse(owner)).some((master) => master !== keyring.current)) {
    for (let after: WrappedKey | undefined, first = true; first || after; first = false) {
      const keys = await keysAfter(owner, after, BATCH);
      const old = keys.filter(({ master }) => master !== keyring.current);
      rewrapped += await rewrap(
        owner,
        keyring.current,
        old.map((key) => renew(keyring, key)),
      );
      if (old.length > 0) onBatch(rewrapped);
      after = keys.at(-1);
    }
  }
  await noteRotation(owner, keyring.current, rewrapped);
  const unused = Array.from({ length: keyring.current - 1 }, (_, index) => index + 1);
  return { to: keyring.current, rewrapped, unused };
}

const renew = (keyring: Keyring, key: WrappedKey): WrappedKey => {
  const opened = unwrap(keyring.master(key.master), key.wrapped, key.id);
  return { ...key, wrapped: wrap(keyring.master(keyring.current), opened, key.id) };
};
