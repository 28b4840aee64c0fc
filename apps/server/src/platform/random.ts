import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** One question to the system's generator serves many keys, nonces and ids; no byte is given out twice. */
const POOL = Buffer.alloc(4096);
let used = POOL.length;

/** Random bytes from the system's generator, copied out of the pool. */
export function randomBytes(length: number): Buffer {
  if (length > POOL.length) return randomFillSync(Buffer.alloc(length));
  if (used + length > POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  const bytes = Buffer.from(POOL.subarray(used, used + length));
  POOL.fill(0, used, used + length);
  used += length;
  return bytes;
}

/** A new id, ordered by its time. */
export const newId = (at = Date.now()): string => v7({ msecs: at, random: randomBytes(16) });
