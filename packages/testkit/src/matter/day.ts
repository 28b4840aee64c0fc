import type { SeededRandom } from '../random/random.ts';
import { weekdayOf } from '../time/dates.ts';
import { makeArrival } from './hours.ts';
import { oneLines } from './one-line.ts';

/** What the makers need to know of an item of the catalogue. */
export interface MatterItem {
  readonly code: string;
  readonly route: string;
  readonly phrasings: readonly string[];
  readonly confidential?: boolean;
}

export type Channel = 'desk' | 'phone' | 'online' | 'visit' | 'activity';

/** One resident's request of a day, as the desk would record it. Who came is not said: that is the caller's to draw. */
export interface Request {
  /** `YYYY-MM-DDTHH:MM:00+08:00`. */
  readonly startedAt: string;
  /** How long it took. */
  readonly minutes: number;
  readonly channel: Channel;
  readonly words: string;
  readonly serviceItem?: string;
  readonly outcome: 'settled' | 'advice' | 'referred' | 'case';
  /** The resident's how-manieth trip for this; 0 = did not come. */
  readonly journey: number;
}

export interface DayPlan {
  readonly date: string;
  readonly items: readonly MatterItem[];
  /** How many: 6 to 10 where it is left out (standing: press-local, figures of Hongkou); most on Mondays. */
  readonly count?: number;
}

const channels: readonly (readonly [Channel, number])[] = [
  ['desk', 62],
  ['phone', 22],
  ['visit', 8],
  ['online', 6],
  ['activity', 2],
];

/** Share of requests that are one line without a case behind it (standing: assumed). */
const oneLineShare = 0.45;
/** A confidential matter is rare beside any other. */
const confidentialWeight = 0.2;

const countOf = (random: SeededRandom, date: string): number =>
  Math.min(10, random.int(6, 9) + (weekdayOf(date) === 1 ? 1 : 0));

/** What becomes of an item's matter: advice and referrals often end at the desk, the rest becomes a case. */
function outcomeOf(random: SeededRandom, route: string): Request['outcome'] {
  if (route === 'advice') return random.chance(0.7) ? 'advice' : 'case';
  if (route === 'refer-service-centre') return random.chance(0.45) ? 'referred' : 'case';
  return random.chance(route === 'committee' ? 0.2 : 0.05) ? 'settled' : 'case';
}

function matterOf(random: SeededRandom, items: readonly MatterItem[]) {
  if (items.length === 0 || random.chance(oneLineShare)) {
    const { words, outcome, serviceItem } = random.weighted(
      oneLines.map((line) => [line, line.weight] as const),
    );
    return { words, outcome, ...(serviceItem ? { serviceItem } : {}), minutes: random.int(1, 6) };
  }
  const item = random.weighted(
    items.map((one) => [one, one.confidential ? confidentialWeight : 1] as const),
  );
  const outcome = outcomeOf(random, item.route);
  const words = random.pick(item.phrasings);
  return { words, outcome, serviceItem: item.code, minutes: random.int(6, 28) };
}

/** The requests of one working day of one committee, in the order in which they came. */
export function makeDay(random: SeededRandom, plan: DayPlan): Request[] {
  const count = plan.count ?? countOf(random, plan.date);
  const requests = Array.from({ length: count }, (): Request => {
    const arrival = makeArrival(random);
    const channel = random.weighted(channels);
    const came = channel === 'desk' || channel === 'activity';
    return {
      startedAt: `${plan.date}T${arrival}:00+08:00`,
      channel,
      ...matterOf(random, plan.items),
      journey: came
        ? random.weighted([
            [1, 88],
            [2, 10],
            [3, 2],
          ] as const)
        : 0,
    };
  });
  return requests.sort((a, b) => a.startedAt.localeCompare(b.startedAt));
}
