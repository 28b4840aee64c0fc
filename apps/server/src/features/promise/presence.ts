import QuickLRU from 'quick-lru';
import { jobActor } from '../../platform/job-actor.ts';
import { localDate, toOffset } from '../../platform/time.ts';
import { type Ground, transact } from '../../platform/transact.ts';
import type { Directory } from '../org/index.ts';
import { type PresenceDay, presenceOn } from './presence.store.ts';

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

export interface OnDuty {
  readonly primary?: Colleague;
  readonly backup?: Colleague;
}

/** Who is there and who is not: a port. The head's one line a day fills it now, the roster will. */
export interface Presence {
  /** Who has a place at the desk at a time, whether at it or away. */
  onDuty(committeeId: string, at: Date): Promise<OnDuty>;
  isAway(committeeId: string, staffId: string, at: Date): Promise<boolean>;
  /** Who took somebody's work over by name, as long as that holds. */
  takerOf(committeeId: string, staffId: string, at: Date): Promise<Colleague | undefined>;
  /** Drops what is remembered: what was entered counts at once. */
  forget(): void;
}

/**
 * Who stands in for the worker first asked at a time: whoever took the work over by name, else, while that worker is away,
 * the backup on duty, else the primary.
 * Nobody stands in for a confidential case, which a stand-in is not to know of: there the head is reminded.
 */
export async function standInFor(
  presence: Presence,
  committeeId: string,
  of: { readonly firstAsked: Colleague; readonly confidential: boolean },
  at: Date,
): Promise<Colleague | undefined> {
  if (of.confidential) return undefined;
  const taker = await presence.takerOf(committeeId, of.firstAsked.id, at);
  if (taker !== undefined) return taker;
  if (!(await presence.isAway(committeeId, of.firstAsked.id, at))) return undefined;
  const { primary, backup } = await presence.onDuty(committeeId, at);
  for (const colleague of [backup, primary])
    if (
      colleague &&
      colleague.id !== of.firstAsked.id &&
      !(await presence.isAway(committeeId, colleague.id, at))
    )
      return colleague;
  return undefined;
}

/** How long a day stays in memory: the longest time that a change by another process goes unseen. */
const FRESH_MS = 5_000;

/** The clock time in Shanghai, `14:30`. */
const clockOf = (at: Date): string => toOffset(at).slice(11, 16);

/** Presence as the heads entered it, a committee's day in memory for seconds: a case that is read costs no question. */
export class StoredPresence implements Presence {
  readonly #ground: Ground;
  readonly #directory: Directory;
  readonly #days = new QuickLRU<string, Promise<PresenceDay>>({ maxSize: 5_000, maxAge: FRESH_MS });

  constructor(ground: Ground, directory: Directory) {
    this.#ground = ground;
    this.#directory = directory;
  }

  async onDuty(committeeId: string, at: Date): Promise<OnDuty> {
    const { primary, backup } = await this.#day(committeeId, localDate(at));
    return { ...(primary ? { primary } : {}), ...(backup ? { backup } : {}) };
  }

  async isAway(committeeId: string, staffId: string, at: Date): Promise<boolean> {
    const { away } = await this.#day(committeeId, localDate(at));
    const clock = clockOf(at);
    return away.some(({ staff, from, to }) => staff.id === staffId && from <= clock && clock < to);
  }

  /** Of hand-overs it knows nothing: see `HandedOverPresence`. */
  takerOf(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  forget(): void {
    this.#days.clear();
  }

  #day(committeeId: string, date: string): Promise<PresenceDay> {
    const key = `${committeeId}|${date}`;
    const known = this.#days.get(key);
    if (known !== undefined) return known;
    const reading = this.#read(committeeId, date);
    reading.catch(() => this.#days.delete(key));
    this.#days.set(key, reading);
    return reading;
  }

  async #read(committeeId: string, date: string): Promise<PresenceDay> {
    const committee = await this.#directory.unit(committeeId);
    if (committee === undefined) throw new Error(`no committee ${committeeId}`);
    return transact(this.#ground, jobActor(committee), '查看谁在岗', (work) =>
      presenceOn(work, committeeId, date),
    );
  }
}
