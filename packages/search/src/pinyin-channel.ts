import { pinyin } from 'pinyin-pro';
import { runsOf, type Terms } from './grams.ts';
import { cutSyllables } from './syllables.ts';

const singleWeight = 0.35;

/** Syllables and pairs of them, as spoken: a slip of the keyboard (敬老咔) sounds like what was meant. */
function soundsOf(syllables: readonly string[]): Map<string, number> {
  const terms = new Map<string, number>();
  for (const [i, syllable] of syllables.entries()) {
    terms.set(syllable, singleWeight);
    const next = syllables[i + 1];
    if (next !== undefined) terms.set(`${syllable} ${next}`, 1);
  }
  return terms;
}

/** First letters, two to four in a row, marked so that they never meet a syllable. */
function initialsOf(letters: string): Map<string, number> {
  const terms = new Map<string, number>();
  for (let length = 2; length <= 4; length++)
    for (let i = 0; i + length <= letters.length; i++)
      terms.set(`#${letters.slice(i, i + length)}`, length - 1);
  return terms;
}

const syllablesOf = (run: string): string[] =>
  pinyin(run, { toneType: 'none', type: 'array', v: true });

const isHanRun = (run: string): boolean => /^\p{Script=Han}/u.test(run);
const isLetterRun = (run: string): boolean => /^[a-z]+$/.test(run);

function merge(all: readonly ReadonlyMap<string, number>[]): Terms {
  const merged = new Map<string, number>();
  for (const terms of all) for (const [term, weight] of terms) merged.set(term, weight);
  return merged;
}

/** What an item is found by: the sounds of its Han characters and their first letters. */
export function spokenTermsOf(text: string): Terms {
  return merge(
    runsOf(text)
      .filter(isHanRun)
      .flatMap((run) => {
        const syllables = syllablesOf(run);
        return [soundsOf(syllables), initialsOf(syllables.map((one) => one[0] ?? '').join(''))];
      }),
  );
}

/** The sounds of a query's Han characters. */
export const soundsAskedBy = (text: string): Terms =>
  merge(
    runsOf(text)
      .filter(isHanRun)
      .map((run) => soundsOf(syllablesOf(run))),
  );

/**
 * The two readings of letters typed without an input method: as full pinyin ("jinglaoka", also with spaces) and as first
 * letters ("jlk"). A reading that does not hold is empty.
 */
export function lettersAskedBy(text: string): { full: Terms; initials: Terms } {
  const words = runsOf(text).filter(isLetterRun);
  // One letter alone is a key on its way to a word, not yet a reading.
  if (words.join('').length < 2) return { full: new Map(), initials: new Map() };
  const cuts = words.map(cutSyllables);
  const full = cuts.every((cut) => cut !== undefined)
    ? soundsOf(cuts.flatMap((cut) => cut ?? []))
    : new Map();
  return { full, initials: merge(words.map(initialsOf)) };
}
