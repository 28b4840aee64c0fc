import type { ItemHit, ItemView } from '@qzt/contract/catalogue';
import { buildFinder, type Finder } from '@qzt/search';
import { content } from '../../platform/content.ts';
import type { Pool } from '../../platform/pool.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addShipped, type ItemVersion, loadVersions } from './catalogue.store.ts';
import type { ItemBody, ItemDetails } from './item.ts';
import { itemView } from './item-view.ts';

const FRESH_MS = 30_000;

interface Loaded {
  readonly date: string;
  readonly items: ReadonlyMap<string, ItemVersion>;
  readonly versions: ReadonlyMap<string, ItemVersion>;
  readonly finder: Finder;
}

const versionKey = (code: string, version: number): string => `${code}@${version}`;

/** The catalogue of today in memory, with its finder. */
export class Catalogue {
  readonly #pool: Pool;
  #loaded: Promise<Loaded> | undefined;
  #loadedAt = 0;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  #load(date: string): Promise<Loaded> {
    if (this.#loaded === undefined || performance.now() - this.#loadedAt > FRESH_MS) {
      this.#loadedAt = performance.now();
      const loading = this.#read(date);
      loading.catch(() => this.forget());
      this.#loaded = loading;
    }
    return this.#loaded;
  }

  async #read(date: string): Promise<Loaded> {
    const versions = await loadVersions(this.#pool);
    const current = versions.filter(
      (one) => one.validFrom <= date && (one.validTo === null || date < one.validTo),
    );
    const finder = buildFinder(current.map(({ code, body }) => ({ code, ...body })));
    return {
      date,
      items: new Map(current.map((one) => [one.code, one])),
      versions: new Map(versions.map((one) => [versionKey(one.code, one.version), one])),
      finder,
    };
  }

  /** The item in its version of a day. */
  async item(code: string, date: string): Promise<ItemVersion | undefined> {
    return (await this.#load(date)).items.get(code);
  }

  /** The item in the version under which a case was registered, whatever holds today. */
  async version(code: string, version: number, date: string): Promise<ItemVersion | undefined> {
    return (await this.#load(date)).versions.get(versionKey(code, version));
  }

  async find(
    words: string,
    limit: number,
    date: string,
  ): Promise<{ items: ItemHit[]; confident: boolean }> {
    const { finder, items } = await this.#load(date);
    const { hits, confident } = finder.find(words, limit);
    return {
      confident,
      items: hits.flatMap(({ code, score }) => {
        const item = items.get(code);
        if (item === undefined) return [];
        const { name, kind, serviceLine, route, limitWorkingDays, urgent } = item.body;
        const hit = {
          code,
          name,
          kind,
          serviceLine,
          route,
          limitWorkingDays,
          standing: item.standing,
          score,
        };
        return [urgent ? { ...hit, urgent } : hit];
      }),
    };
  }

  /** Every item in its version of a day, in the catalogue's order. */
  async all(date: string): Promise<ItemView[]> {
    return [...(await this.#load(date)).items.values()].map((item) => itemView(item));
  }

  /** Errors: `not-found`. */
  async read(code: string, date: string): Promise<ItemView> {
    const item = await this.item(code, date);
    if (item === undefined) throw new Refusal('not-found', { detail: `没有 ${code} 这个事项` });
    return itemView(item);
  }

  forget(): void {
    this.#loaded = undefined;
  }
}

type ShippedItem = ItemBody & { readonly code: string; readonly standing: string };

/** Brings the shipped catalogue, with its composed working text, into an installation that does not have it. */
export async function shipCatalogue(pool: Pool): Promise<void> {
  const items = await content<ShippedItem[]>('catalogue/catalogue.json');
  const details = await content<Record<string, ItemDetails>>('catalogue/details.json');
  const shipped = items.map(({ code, standing, ...body }) => {
    const text = details[code];
    return { code, standing, body: text ? { ...body, details: text } : body };
  });
  // From the beginning of time, so that cases entered late find the version they were handled by.
  await addShipped(pool, shipped, '2000-01-01');
}
