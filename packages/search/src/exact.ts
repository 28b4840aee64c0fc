import { normalise } from './normalise.ts';

interface Named {
  readonly name: string;
  readonly phrasings: readonly string[];
}

/**
 * Which items the catalogue names exactly so (家电维修 is an item although 小家电维修 holds every one of its characters), by
 * the normalised words: a name before a phrasing.
 */
export function buildExact(items: readonly Named[]): (text: string) => ReadonlySet<number> {
  const byName = new Map<string, Set<number>>();
  const byPhrasing = new Map<string, Set<number>>();
  const put = (into: Map<string, Set<number>>, words: string, item: number) => {
    const text = normalise(words);
    if (text) into.set(text, (into.get(text) ?? new Set()).add(item));
  };
  for (const [item, { name, phrasings }] of items.entries()) {
    put(byName, name, item);
    for (const phrasing of phrasings) put(byPhrasing, phrasing, item);
  }
  const nobody: ReadonlySet<number> = new Set();
  return (text) => byName.get(text) ?? byPhrasing.get(text) ?? nobody;
}
