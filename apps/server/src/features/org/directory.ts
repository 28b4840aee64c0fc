import { branchOf } from '@qzt/domain/org';
import type { Pool } from '../../platform/pool.ts';
import { loadHeads, loadStaff, loadUnits, type UnitRow } from './directory.store.ts';

const FRESH_MS = 5_000;

/**
 * Who and where: organisations and names, which every request needs and which change a few times a year. Kept in memory
 * for seconds; a change made by this process shows at once, one made by another within `FRESH_MS`.
 */
export class Directory {
  readonly #pool: Pool;
  #units: Promise<ReadonlyMap<string, UnitRow>> | undefined;
  #loadedAt = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async units(): Promise<ReadonlyMap<string, UnitRow>> {
    if (this.#units === undefined || performance.now() - this.#loadedAt > FRESH_MS) {
      this.#loadedAt = performance.now();
      const loading = loadUnits(this.#pool).then(
        (rows) => new Map(rows.map((row) => [row.id, row])),
      );
      loading.catch(() => this.forget());
      this.#units = loading;
    }
    return this.#units;
  }

  async unit(id: string): Promise<UnitRow | undefined> {
    return (await this.units()).get(id);
  }

  /** An organisation and all below it. */
  async branch(id: string): Promise<UnitRow[]> {
    const all = [...(await this.units()).values()];
    return branchOf(id, all) as UnitRow[];
  }

  staff(id: string) {
    return loadStaff(this.#pool, id);
  }

  /** Who answers for a committee. */
  heads(orgId: string): Promise<string[]> {
    return loadHeads(this.#pool, orgId);
  }

  forget(): void {
    this.#units = undefined;
  }
}
