import type { ItemLine } from '@qzt/contract/catalogue';
import { ROUTE_LABELS } from '@qzt/domain/catalogue';
import { SERVICE_LINES } from '@qzt/domain/org';

/** What the list can be narrowed to, by what somebody still has to do. */
export const SHOWN = {
  all: '全部',
  unconfirmed: '待核实',
  check: '规定可能有变',
  place: '地点没填实',
  missing: '缺内容',
  changed: '30 天内改过',
  withdrawn: '停办',
} as const;
export type Shown = keyof typeof SHOWN;
export const SHOWN_NAMES = Object.keys(SHOWN) as readonly Shown[];

const TESTS: Readonly<Record<Shown, (item: ItemLine) => boolean>> = {
  all: () => true,
  unconfirmed: ({ gaps }) => gaps.includes('rule-unconfirmed'),
  check: ({ gaps }) => gaps.includes('check-first'),
  place: ({ gaps }) => gaps.includes('place-open'),
  missing: ({ gaps }) => gaps.includes('text-missing') || gaps.includes('few-phrasings'),
  changed: ({ changedSince }) => changedSince !== undefined,
  withdrawn: ({ state }) => state === 'withdrawn',
};

/** The address of the list: nothing of a person stands in it. */
export interface CatalogueSearch {
  readonly show?: Shown;
  readonly line?: string;
  readonly route?: string;
  readonly standing?: string;
  readonly q?: string;
}

const LONGEST = 40;

/** Reads an address; what is not known is as if it were not there. */
export function readCatalogueSearch(search: Record<string, unknown>): CatalogueSearch {
  const { show, line, route, standing, q } = search;
  return {
    ...(SHOWN_NAMES.some((name) => name === show) && show !== 'all' ? { show: show as Shown } : {}),
    ...(SERVICE_LINES.some((name) => name === line) ? { line: line as string } : {}),
    ...(typeof route === 'string' && Object.hasOwn(ROUTE_LABELS, route) ? { route } : {}),
    ...(typeof standing === 'string' && standing !== '' ? { standing } : {}),
    ...((typeof q === 'string' || typeof q === 'number') && q !== ''
      ? { q: String(q).slice(0, LONGEST) }
      : {}),
  };
}

/** Every word that was written is in the code, the name or a way of saying it. */
const says = (item: ItemLine, words: string): boolean => {
  const text = [item.code, item.name, ...item.phrasings].join('\n').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};

/** The items that the address asks for, in the catalogue's order. */
export const filtered = (items: readonly ItemLine[], search: CatalogueSearch): ItemLine[] =>
  items.filter(
    (item) =>
      TESTS[search.show ?? 'all'](item) &&
      (search.line === undefined || item.serviceLine === search.line) &&
      (search.route === undefined || item.route === search.route) &&
      (search.standing === undefined || item.standing === search.standing) &&
      says(item, search.q ?? ''),
  );

/** How many items each choice would show, whatever is chosen now. */
export const countOf = (items: readonly ItemLine[], shown: Shown): number =>
  items.filter(TESTS[shown]).length;
