import { type InstantText, millisecondsOf } from '../shared/index.ts';
import type { Channel } from './vocabulary.ts';

/** An encounter, seen as a possible trip of the resident. */
export interface Trip {
  readonly channel: Channel;
  readonly startedAt: InstantText;
  /** The resident's how-manieth trip for this matter, as the worker noted it; 0 = did not come. */
  readonly journey?: number | undefined;
}

/**
 * How often the resident had to come for a matter. What the worker noted is the number of the trip, so it counts as a
 * maximum and not as an addend; a desk encounter without a note is one trip more than before. Telephone, online,
 * a visit to the door and an activity cost him no trip (standing: the number is the contract's, reading an unnoted
 * desk encounter as a trip is assumed).
 */
export function journeysOf(encounters: readonly Trip[]): number {
  const inOrder = [...encounters].sort(
    (a, b) => millisecondsOf(a.startedAt) - millisecondsOf(b.startedAt),
  );
  return inOrder.reduce(journeysAfter, 0);
}

/** The same with one trip more, the latest. */
export function journeysAfter(journeys: number, trip: Trip): number {
  if (trip.journey !== undefined) return Math.max(journeys, trip.journey);
  return trip.channel === 'desk' ? journeys + 1 : journeys;
}
