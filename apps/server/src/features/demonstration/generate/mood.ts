import type { SeededRandom } from '@qzt/testkit';
import type { ItemVersion } from '../../catalogue/index.ts';

/** How the life of a case goes, drawn at its beginning (standing of every share: assumed, to look like a real year). */
export interface Mood {
  /** Answered after its time. */
  readonly late: boolean;
  /** Where between acceptance and the due time it is answered, 0 to 1. */
  readonly pace: number;
  readonly acceptance: 'atOnce' | 'soon' | 'late';
  readonly asksMaterials: boolean;
  /** Asks for something that the notice did not name. */
  readonly secondAsk: boolean;
  readonly echo: 'confirms' | 'contests' | 'silent';
  readonly rates: boolean;
  readonly reopens: boolean;
  readonly takesBack: boolean;
  /** At most one of the rare ways. */
  readonly rare:
    | 'none'
    | 'refused'
    | 'withdrawn'
    | 'transferred'
    | 'extended'
    | 'reassigned'
    | 'noted';
}

const LONG = 10;

export function drawMood(random: SeededRandom, item: ItemVersion | undefined): Mood {
  const long = (item?.body.limitWorkingDays ?? LONG) >= LONG;
  const asksMaterials = (item?.body.materials.length ?? 0) > 0 && random.chance(0.11);
  return {
    late: random.chance(0.06),
    pace: 0.25 + random.float() * 0.65,
    acceptance: random.weighted([
      ['atOnce', 78],
      ['soon', 20],
      ['late', 2],
    ] as const),
    asksMaterials,
    secondAsk: asksMaterials && random.chance(0.25),
    echo: random.weighted([
      ['confirms', 40],
      ['contests', 4],
      ['silent', 56],
    ] as const),
    rates: random.chance(0.35),
    reopens: random.chance(0.01),
    takesBack: random.chance(0.03),
    rare: random.weighted([
      ['none', 860],
      ['refused', 18],
      ['withdrawn', 14],
      ['transferred', 6],
      ['extended', long ? 24 : 0],
      ['reassigned', 14],
      ['noted', 60],
    ] as const),
  };
}
