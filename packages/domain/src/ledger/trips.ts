import {
  type CaseEnding,
  type CaseStatus,
  type Channel,
  journeysAfter,
} from '../reception/index.ts';
import type { Trips } from './vocabulary.ts';

/** Below so many settled matters a share says nothing; it is shown with a remark (standing: assumed). */
export const ENOUGH_MATTERS = 30;

/** The remark beside a share of fewer. */
export const TOO_FEW = `样本不足${ENOUGH_MATTERS}件`;

/**
 * The endings with which a resident got what was asked for, or at least an answer. Withdrawn, refused, handed away and
 * doubly registered matters say nothing of trips and are left out (standing: assumed).
 */
export const SETTLED_ENDINGS = [
  'settled',
  'confirmed',
  'unconfirmed',
] as const satisfies readonly CaseEnding[];

/** Whether a case counts as settled for the measure of trips: answered, or closed with an answer. */
export function isSettled(status: CaseStatus, ending: CaseEnding | null): boolean {
  if (status === 'answered') return true;
  return status === 'closed' && SETTLED_ENDINGS.some((one) => one === ending);
}

/** So many matters of one kind (of an item; null: on no list) with this number of trips. */
export interface TripGroup {
  readonly item: string | null;
  readonly journeys: number;
  readonly matters: number;
}

/** How often residents came for matters that were settled. */
export interface TripCounts {
  readonly none: number;
  readonly one: number;
  readonly more: number;
  readonly matters: number;
  /** Settled within one trip, of all settled, 0–1; null where nothing was settled. */
  readonly share: number | null;
  /** Whether there are enough matters for the share to say something. */
  readonly enough: boolean;
}

export function tripsOf(journeys: number): Trips {
  if (journeys <= 0) return 'none';
  return journeys === 1 ? 'one' : 'more';
}

/** The trips of a matter that was settled in one contact: what was noted, else one where somebody came to the desk. */
export const journeysOfContact = (channel: Channel, journey: number | null): number =>
  journeysAfter(0, { channel, startedAt: '', ...(journey === null ? {} : { journey }) });

/** The counts of all groups together. */
export function countTrips(groups: readonly Pick<TripGroup, 'journeys' | 'matters'>[]): TripCounts {
  const sums: Record<Trips, number> = { none: 0, one: 0, more: 0 };
  for (const { journeys, matters } of groups) sums[tripsOf(journeys)] += matters;
  const matters = sums.none + sums.one + sums.more;
  return {
    ...sums,
    matters,
    share: matters === 0 ? null : (sums.none + sums.one) / matters,
    enough: matters >= ENOUGH_MATTERS,
  };
}

/** The counts of each item, most matters first; what is on no list comes last. Items, never people. */
export function countTripsByItem(
  groups: readonly TripGroup[],
): { readonly item: string | null; readonly trips: TripCounts }[] {
  return [...Map.groupBy(groups, (group) => group.item)]
    .map(([item, of]) => ({ item, trips: countTrips(of) }))
    .sort(
      (a, b) =>
        Number(a.item === null) - Number(b.item === null) ||
        b.trips.matters - a.trips.matters ||
        (a.item ?? '').localeCompare(b.item ?? ''),
    );
}

/** `97%`, rounded down so that one matter with two trips never reads as 100 %; `—` where nothing was settled. */
export const shareText = ({ share }: Pick<TripCounts, 'share'>): string =>
  share === null ? '—' : `${Math.floor(share * 100 + 1e-9)}%`;
