import { buildIndex, type Field, type Ranking } from './bm25.ts';
import { confidentFrom } from './confidence.ts';
import { buildExact } from './exact.ts';
import { fuse } from './fuse.ts';
import { gramsOf } from './grams.ts';
import { normalise } from './normalise.ts';
import { lettersAskedBy, soundsAskedBy, spokenTermsOf } from './pinyin-channel.ts';

/** What the finder needs to know of an item of the catalogue. */
export interface FinderItem {
  code: string;
  name: string;
  kind: string;
  phrasings: readonly string[];
  materials?: readonly string[];
  urgent?: boolean;
}

/**
 * `score`: 0 to 1, comparable between queries: the share of the query's information (its terms weighted by how rare they are,
 * unknown ones as the rarest) that the item holds; 1 when the catalogue names the item in just these words.
 */
export interface FinderHit {
  code: string;
  score: number;
}

/** Best first. `confident` is false when nothing fits well enough to be offered as an answer. */
export interface FinderAnswer {
  hits: FinderHit[];
  confident: boolean;
}

export interface Finder {
  find(words: string, limit?: number): FinderAnswer;
}

const nameWeight = 2;
const phrasingWeight = 1;
const materialWeight = 0.2;

/** How far sounds are believed beside characters, where both were typed. */
const soundShare = 0.1;

const fieldsOf = (item: FinderItem): Field[] => [
  { weight: nameWeight, texts: [normalise(item.name)] },
  { weight: phrasingWeight, texts: item.phrasings.map(normalise) },
  { weight: materialWeight, texts: (item.materials ?? []).map(normalise) },
];

const best = (a: Ranking, b: Ranking): Ranking =>
  Math.max(...b.shares) > Math.max(...a.shares) ? b : a;

/**
 * The baseline finder of service items by residents' own words: BM25 over character 1-2-grams beside a channel of sounds
 * (full pinyin and first letters). Pure and synchronous; the same in server and browser. Building costs some tens of
 * milliseconds for a hundred items; the finder never throws, whatever the words, and looks at no more than 200 characters.
 */
export function buildFinder(items: readonly FinderItem[]): Finder {
  const fields = items.map(fieldsOf);
  const byCharacters = buildIndex(fields, gramsOf);
  const exactly = buildExact(items);
  const bySound = buildIndex(fields, spokenTermsOf);

  const scoresOf = (text: string): Float64Array => {
    const letters = lettersAskedBy(text);
    const sounds = bySound(soundsAskedBy(text));
    const typed = best(bySound(letters.full), bySound(letters.initials));
    const grams = gramsOf(text);
    return fuse(
      [
        { ranking: byCharacters(grams), weight: sounds.asked > 0 ? 1 - soundShare : 0.5 },
        { ranking: sounds, weight: soundShare },
        { ranking: typed, weight: sounds.asked > 0 ? soundShare : 1 },
      ],
      items.length,
    );
  };

  return {
    find(words, limit = 3) {
      const text = normalise(words);
      const scores = scoresOf(text);
      for (const item of exactly(text)) scores[item] = 1;
      const ranked = items
        .map((item, i) => ({
          code: item.code,
          score: scores[i] ?? 0,
          urgent: item.urgent === true,
        }))
        .filter((hit) => hit.score > 0)
        // Where two fit alike, danger goes first; then the order of the catalogue, so that answers are stable.
        .sort((a, b) => b.score - a.score || Number(b.urgent) - Number(a.urgent));
      const hits = ranked
        .slice(0, Math.max(0, Math.trunc(limit) || 0))
        .map(({ code, score }) => ({ code, score }));
      return { hits, confident: (ranked[0]?.score ?? 0) >= confidentFrom };
    },
  };
}
