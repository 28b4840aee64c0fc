import type { Terms } from './grams.ts';

/** One text of an item with its weight: a name says more than a phrasing, a list of materials little. */
export interface Field {
  readonly weight: number;
  readonly texts: readonly string[];
}

/** How well each item answers, as a share of what a perfect answer to these terms would reach (0 to 1). */
export interface Ranking {
  readonly shares: Float64Array;
  /** The whole weight of the terms asked for; 0 when nothing was asked. */
  readonly asked: number;
}

interface Posting {
  readonly items: number[];
  readonly strengths: number[];
}

/** Saturation and length normalisation; items are short, so repetition and length say little. */
const k1 = 1;
const b = 0.3;

const rarity = (items: number, holding: number): number =>
  Math.log(1 + (items - holding + 0.5) / (holding + 0.5));

/** Weighted term frequencies of one item, each field's by its own length. */
function frequenciesOf(fields: readonly Field[], termsOf: (text: string) => Terms) {
  const frequencies = new Map<string, number>();
  let length = 0;
  for (const { weight, texts } of fields)
    for (const text of texts)
      for (const term of termsOf(text).keys()) {
        frequencies.set(term, (frequencies.get(term) ?? 0) + weight);
        length += weight;
      }
  return { frequencies, length };
}

/**
 * BM25 over weighted fields. The share divides what an item reaches by what it would reach if it held every term asked for
 * without end; terms that no item knows count as asked, with the rarity of a term never seen. So a share compares between
 * queries: a sentence of foreign words stays low although one of its characters is known.
 */
export function buildIndex(
  items: readonly (readonly Field[])[],
  termsOf: (text: string) => Terms,
): (asked: Terms) => Ranking {
  const counted = items.map((fields) => frequenciesOf(fields, termsOf));
  const meanLength = counted.reduce((sum, { length }) => sum + length, 0) / (items.length || 1);
  const postings = new Map<string, Posting>();
  for (const [item, { frequencies, length }] of counted.entries()) {
    const damping = k1 * (1 - b + (b * length) / (meanLength || 1));
    for (const [term, frequency] of frequencies) {
      const posting = postings.get(term) ?? { items: [], strengths: [] };
      posting.items.push(item);
      posting.strengths.push(frequency / (frequency + damping));
      postings.set(term, posting);
    }
  }
  return (asked) => {
    const shares = new Float64Array(items.length);
    let whole = 0;
    for (const [term, weight] of asked) {
      const posting = postings.get(term);
      const worth = weight * rarity(items.length, posting?.items.length ?? 0);
      whole += worth;
      if (!posting) continue;
      for (const [i, item] of posting.items.entries())
        shares[item] = (shares[item] ?? 0) + worth * (posting.strengths[i] ?? 0);
    }
    if (whole > 0) for (let i = 0; i < shares.length; i++) shares[i] = (shares[i] ?? 0) / whole;
    return { shares, asked: whole };
  };
}
