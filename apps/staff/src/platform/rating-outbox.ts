import { type Client, ProblemError } from '@qzt/contract';
import { caseEndpoints, ratingEndpoints } from '@qzt/contract/reception';
import type { RatingTarget } from './second-desk.ts';
import { RATING_OF } from './second-protocol.ts';

/*
 * A rating is one touch by somebody who then leaves: it is kept in the browser until the server has it, so that a server
 * that is away for a minute, a reload or a crash loses nothing. Its id is the key of every try, so that it is stored once.
 */

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** One touch: by which desk's session it is to be sent, about what, and the answer of `RATING_OF`. */
export interface KeptRating {
  readonly id: string;
  readonly staffId: string;
  readonly target: RatingTarget;
  readonly score: number;
}

const PREFIX = 'qzt.rating.';
/** What could not be sent in a day is of a desk that nobody opens any more. */
const HOLD_MS = 24 * 3_600_000;
/** A step of somebody else between reading and rating is met again at most so often in one round. */
const TRIES = 3;

/** Keeps a rating; one that cannot be kept is lost, and nobody at the desk is stopped for it. */
export const keepRating = (store: Store, rating: KeptRating, now: number): void => {
  try {
    store.setItem(PREFIX + rating.id, JSON.stringify({ ...rating, at: now }));
  } catch {
    return;
  }
};

/** The ratings that wait for this member of staff's session. Those of before yesterday are thrown away. */
export const keptRatings = (store: Store, staffId: string, now: number): KeptRating[] => {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
  const found: KeptRating[] = [];
  for (const key of keys.filter((one) => one.startsWith(PREFIX))) {
    const rating = read(store.getItem(key));
    if (rating === null || now - rating.at > HOLD_MS) store.removeItem(key);
    else if (rating.staffId === staffId) found.push(rating);
  }
  return found;
};

const read = (text: string | null): (KeptRating & { readonly at: number }) | null => {
  try {
    return text === null ? null : (JSON.parse(text) as KeptRating & { readonly at: number });
  } catch {
    return null;
  }
};

/** Sends what waits. What is stored or can never be stored goes; what failed for now stays for the next round. */
export const sendRatings = async (
  client: Client,
  store: Store,
  staffId: string,
  now: number,
): Promise<void> => {
  for (const rating of keptRatings(store, staffId, now))
    if (await sendOne(client, rating)) store.removeItem(PREFIX + rating.id);
};

const sendOne = async (client: Client, rating: KeptRating): Promise<boolean> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      await send(client, rating);
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError)) return false;
      if (error.problem.code === 'version-conflict') continue;
      return !mayPass(error.problem.status, error.problem.code);
    }
  }
  return false;
};

/** Whether the same request can succeed later: the server is away or busy, or nobody is signed in just now. */
const mayPass = (status: number, code: string): boolean =>
  status >= 500 || status === 401 || status === 429 || code === 'idempotency-busy';

const send = async (client: Client, { id, target, score }: KeptRating): Promise<unknown> => {
  const data = { score, of: RATING_OF };
  if ('encounterId' in target)
    return client(ratingEndpoints.rateEncounter, {
      params: { id: target.encounterId },
      body: data,
      key: id,
    });
  const params = { id: target.caseId };
  const { version } = await client(caseEndpoints.readCase, { params });
  return client(caseEndpoints.addEvent, {
    params,
    version,
    body: { id, type: 'rate', data },
    key: id,
  });
};
