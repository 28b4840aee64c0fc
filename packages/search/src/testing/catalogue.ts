import catalogue from '../../../../content/catalogue/catalogue.json' with { type: 'json' };
import type { FinderItem } from '../finder.ts';

/** The catalogue as shipped, for measuring. */
export const catalogueItems: readonly FinderItem[] = catalogue;

/** The same items without one phrasing of one item: what the finder knows when somebody says it for the first time. */
export const without = (code: string, phrasing: string): FinderItem[] =>
  catalogueItems.map((item) =>
    item.code === code
      ? { ...item, phrasings: item.phrasings.filter((other) => other !== phrasing) }
      : item,
  );
