import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../../platform/refusal.ts';

/** About 28 ms of a core each, in a thread of the pool: two at once leave the event loop and the other core free. */
const AT_ONCE = 2;
/** Whoever would wait longer than about half a second is asked to come back instead. */
const WAITING = 30;

const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING)
      throw new Refusal('slow-down', { waitSeconds: 2, detail: '登录的人太多,请过几秒再试' });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // The place is handed on, so the count stays.
    if (next) next();
    else running -= 1;
  }
}

/** Argon2id (the library's default) with OWASP's smallest recommended memory. Errors: `slow-down` when too many wait. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password, OPTIONS));

let nobody: Promise<string> | undefined;

/**
 * Whether a password fits. Without a hash (nobody has that name) the same work is done, so that the time says nothing.
 */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const against = stored ?? (await nobody);
  const fits = await inTurn(() => verify(against, password));
  return fits && stored !== undefined;
}
