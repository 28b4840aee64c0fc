import { localDate } from '../../platform/time.ts';
import type { ResidentFacts } from './resident.store.ts';

/** What of a person is shown beside the masked name, as far as it is known: sex and age in whole years. */
export function knownOf(
  facts: ResidentFacts | undefined,
  now: Date,
): { sex?: 'f' | 'm'; age?: number } {
  const age = facts?.bornOn === undefined ? undefined : yearsSince(facts.bornOn, localDate(now));
  return {
    ...(facts?.sex === undefined ? {} : { sex: facts.sex }),
    ...(age === undefined ? {} : { age }),
  };
}

/** Whole years from one date to another; the birthday itself completes a year. */
function yearsSince(bornOn: string, today: string): number | undefined {
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4));
  const whole = today.slice(5) < bornOn.slice(5) ? years - 1 : years;
  return Number.isInteger(whole) && whole >= 0 ? whole : undefined;
}
