import { normaliseTo } from '../normalise.ts';

/** What was learned from sentences: how much each pair and single character leans towards danger. */
export interface Leanings {
  readonly bias: number;
  readonly grams: Readonly<Record<string, number>>;
}

/** Words too short to say anything. */
const LEAST = 4;
/** What is looked at: a sentence or two. A long story would drown them. */
const LONGEST = 60;

/** The single characters and neighbouring pairs of a text, each once; nothing across punctuation. */
export function spokenGrams(words: string): string[] {
  const letters = Array.from(normaliseTo(words, LONGEST));
  const grams = new Set<string>();
  letters.forEach((letter, i) => {
    const next = letters[i + 1];
    if (letter === ' ') return;
    grams.add(letter);
    if (next !== undefined && next !== ' ') grams.add(letter + next);
  });
  return [...grams];
}

/** How much words lean towards danger: above 0 more than not. Nothing for words too short to tell. */
export function leaningOf(words: string, { bias, grams }: Leanings): number | undefined {
  const asked = spokenGrams(words);
  const said = normaliseTo(words, LONGEST).replaceAll(' ', '');
  if (Array.from(said).length < LEAST) return undefined;
  const sum = asked.reduce((all, gram) => all + (grams[gram] ?? 0), 0);
  return bias + sum / Math.sqrt(asked.length || 1);
}
