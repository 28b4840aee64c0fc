import type { ItemHit, ItemView } from '@qzt/contract/catalogue';
import { changedLately, itemAt } from '@qzt/domain/catalogue';
import { buildFinder, type Finder } from '@qzt/search';
import { content } from '../../platform/content.ts';
import type { Pool } from '../../platform/pool.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addShipped, type ItemVersion, loadVersions } from './catalogue.store.ts';
import type { ItemBody, ItemDetails } from './item.ts';
import { itemHit, itemView } from './item-view.ts';
import { timeOf } from './judged.ts';
import { notOffered } from './not-offered.ts';

const FRESH_MS = 30_000;

interface Loaded {
  readonly date: string;
  readonly items: ReadonlyMap<string, ItemVersion>;
  /** Every version of an item, withdrawn items included. */
  readonly versions: ReadonlyMap<string, readonly ItemVersion[]>;
  readonly finder: Finder;
}

const timed = (version: ItemVersion) => ({ ...timeOf(version), body: version.body, of: version });

/** The catalogue of today in memory, with its finder. */
export class Catalogue {
  readonly #pool: Pool;
  #loaded: Promise<Loaded> | undefined;
  #loadedAt = 0;
  #loadedFor = '';

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  #load(date: string): Promise<Loaded> {
    const old = performance.now() - this.#loadedAt > FRESH_MS || this.#loadedFor !== date;
    if (this.#loaded === undefined || old) {
      this.#loadedAt = performance.now();
      this.#loadedFor = date;
      const loading = this.#read(date);
      loading.catch(() => this.forget());
      this.#loaded = loading;
    }
    return this.#loaded;
  }

  async #read(date: string): Promise<Loaded> {
    const versions = new Map<string, ItemVersion[]>();
    for (const one of await loadVersions(this.#pool))
      versions.set(one.code, [...(versions.get(one.code) ?? []), one]);
    const current = [...versions.values()].flatMap((all) => itemAt(all.map(timed), date)?.of ?? []);
    const finder = buildFinder(current.map(({ code, body }) => ({ code, ...body })));
    return { date, items: new Map(current.map((one) => [one.code, one])), versions, finder };
  }

  /** The item in its version of a day. */
  async item(code: string, date: string): Promise<ItemVersion | undefined> {
    return (await this.#load(date)).items.get(code);
  }

  /**
   * The item in its version of a day, for a new matter. Errors: `invalid-input` at `path`, in a sentence that says what
   * to do where the item is not offered (any more, yet) or never was.
   */
  async offered(code: string, date: string, path: string): Promise<ItemVersion> {
    const { items, versions } = await this.#load(date);
    const item = items.get(code);
    if (item === undefined) throw notOffered(path, code, versions.get(code) ?? [], date);
    return item;
  }

  /** The item in the version under which a case was registered, whatever holds today. */
  async version(code: string, version: number, date: string): Promise<ItemVersion | undefined> {
    const { versions } = await this.#load(date);
    return versions.get(code)?.find((one) => one.version === version);
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
        return item === undefined ? [] : [itemHit(item, score)];
      }),
    };
  }

  /** Every item in its version of a day, in the catalogue's order. */
  async all(date: string): Promise<ItemView[]> {
    return [...(await this.#load(date)).items.values()].map((item) => itemView(item));
  }

  /** Errors: `not-found`. */
  async read(code: string, date: string): Promise<ItemView> {
    const { items, versions } = await this.#load(date);
    const item = items.get(code);
    if (item === undefined)
      throw new Refusal('not-found', { detail: `没有 ${code} 这个事项,或已经停办` });
    return itemView(item, changedLately((versions.get(code) ?? []).map(timed), date));
  }

  /** After a change: whoever asks next reads anew. */
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
