import { holderAt } from '@qzt/domain/hand-over';
import QuickLRU from 'quick-lru';
import { jobActor } from '../../platform/job-actor.ts';
import { toOffset } from '../../platform/time.ts';
import { type Ground, transact } from '../../platform/transact.ts';
import type { Directory } from '../org/index.ts';
import type { Colleague, OnDuty, Presence } from '../promise/index.ts';
import { type TakenRow, takenInForce } from './hand-over.store.ts';

/** How long it stays in memory: the longest time that a hand-over taken by another process goes unseen. */
const FRESH_MS = 5_000;

/**
 * Presence that knows of hand-overs: whoever handed a shift over and was taken over from is away until it ends, and the
 * taker stands in. Everything else is asked of the presence below.
 */
export class HandedOverPresence implements Presence {
  readonly #below: Presence;
  readonly #ground: Ground;
  readonly #directory: Directory;
  readonly #taken = new QuickLRU<string, Promise<TakenRow[]>>({ maxSize: 5_000, maxAge: FRESH_MS });

  constructor(below: Presence, ground: Ground, directory: Directory) {
    this.#below = below;
    this.#ground = ground;
    this.#directory = directory;
  }

  onDuty(committeeId: string, at: Date): Promise<OnDuty> {
    return this.#below.onDuty(committeeId, at);
  }

  async isAway(committeeId: string, staffId: string, at: Date): Promise<boolean> {
    return (
      (await this.takerOf(committeeId, staffId, at)) !== undefined ||
      this.#below.isAway(committeeId, staffId, at)
    );
  }

  async takerOf(committeeId: string, staffId: string, at: Date): Promise<Colleague | undefined> {
    const rows = await this.#of(committeeId, at);
    const taker = holderAt(
      rows.map((row) => ({ ...row, takenAt: toOffset(row.takenAt), until: toOffset(row.until) })),
      staffId,
      toOffset(at),
    );
    return taker && { id: taker.takenBy, name: taker.takenName };
  }

  forget(): void {
    this.#taken.clear();
    this.#below.forget();
  }

  #of(committeeId: string, at: Date): Promise<TakenRow[]> {
    const known = this.#taken.get(committeeId);
    if (known !== undefined) return known;
    const reading = this.#read(committeeId, at);
    reading.catch(() => this.#taken.delete(committeeId));
    this.#taken.set(committeeId, reading);
    return reading;
  }

  async #read(committeeId: string, at: Date): Promise<TakenRow[]> {
    const committee = await this.#directory.unit(committeeId);
    if (committee === undefined) throw new Error(`no committee ${committeeId}`);
    return transact(this.#ground, jobActor(committee), '查看谁代班', (work) =>
      takenInForce(work, committeeId, at),
    );
  }
}
