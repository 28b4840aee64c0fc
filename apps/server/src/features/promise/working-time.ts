import {
  hoursTold,
  openingHours,
  type WorkCalendar,
  type WorkingTime,
  workCalendar,
} from '@qzt/domain/promise';
import { content } from '../../platform/content.ts';
import type { Pool } from '../../platform/pool.ts';
import type { Directory } from '../org/index.ts';
import {
  addShippedCalendar,
  type HoursRow,
  loadDays,
  loadHours,
  loadYears,
} from './working-time.store.ts';

const FRESH_MS = 5_000;

interface Loaded {
  readonly calendar: WorkCalendar;
  readonly hours: ReadonlyMap<string, readonly HoursRow[]>;
  /** Made from the two above as they are asked for: whoever still holds an older load adds nothing to a newer one. */
  readonly byOrg: Map<string, WorkingTime>;
}

/**
 * Working time of each committee: the calendar of the land and its own opening hours, or its subdistrict's. In memory
 * for seconds, like the directory.
 */
export class WorkingTimes {
  readonly #pool: Pool;
  readonly #directory: Directory;
  #loaded: Promise<Loaded> | undefined;
  #loadedAt = 0;

  constructor(pool: Pool, directory: Directory) {
    this.#pool = pool;
    this.#directory = directory;
  }

  async of(committeeId: string): Promise<WorkingTime> {
    const loaded = await this.#load();
    const known = loaded.byOrg.get(committeeId);
    if (known) return known;
    const periods = await this.#periods(loaded, committeeId);
    const time = { calendar: loaded.calendar, hours: openingHours({ periods }) };
    loaded.byOrg.set(committeeId, time);
    return time;
  }

  /**
   * The week as a resident takes it home. Hours that came from elsewhere and that nobody here has looked at do not read
   * like a rule. Null where nobody entered any.
   */
  async told(committeeId: string, date: string): Promise<string | null> {
    const periods = await this.#periods(await this.#load(), committeeId);
    const week = hoursTold(openingHours({ periods }), date);
    const inForce = periods.findLast(({ validFrom }) => validFrom <= date);
    return week !== null && inForce?.standing === 'elsewhere' ? `${week}(待核实,先问再来)` : week;
  }

  async #periods({ hours }: Loaded, committeeId: string): Promise<readonly HoursRow[]> {
    const unit = await this.#directory.unit(committeeId);
    return periodsFor(hours.get(committeeId) ?? [], hours.get(unit?.parentId ?? '') ?? []);
  }

  #load(): Promise<Loaded> {
    if (this.#loaded === undefined || performance.now() - this.#loadedAt > FRESH_MS) {
      this.#loadedAt = performance.now();
      const loading = this.#read();
      loading.catch(() => this.forget());
      this.#loaded = loading;
    }
    return this.#loaded;
  }

  async #read(): Promise<Loaded> {
    const [years, days, hours] = await Promise.all([
      loadYears(this.#pool),
      loadDays(this.#pool),
      loadHours(this.#pool),
    ]);
    const knownYears = years.filter((year) => year.known).map((year) => year.year);
    return {
      calendar: workCalendar({ knownYears, days }),
      hours: Map.groupBy(hours, (row) => row.orgId),
      byOrg: new Map(),
    };
  }

  forget(): void {
    this.#loaded = undefined;
  }
}

/**
 * The periods that hold for a committee, earliest first: its own from the first of them on, before that those of its
 * subdistrict. Hours that a committee sets for next month leave this month as it was.
 */
export function periodsFor(
  own: readonly HoursRow[],
  above: readonly HoursRow[],
): readonly HoursRow[] {
  const first = own[0]?.validFrom;
  return first === undefined ? above : [...above.filter((row) => row.validFrom < first), ...own];
}

/** Brings the shipped calendar into an installation that does not have it. */
export async function shipCalendar(pool: Pool): Promise<void> {
  await addShippedCalendar(pool, await content('calendar/calendar.json'));
}
