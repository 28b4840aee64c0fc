import { normaliseTo } from '../normalise.ts';
import { type Leanings, leaningOf } from './leaning.ts';
import { type Place, placesOf, readSign, type Sign } from './sign.ts';

/** A danger as far as it is recognised by words. */
export interface DangerSigns {
  readonly code: string;
  /** See `readSign`. */
  readonly signs: readonly string[];
  /** Whether what happened long ago alarms too: violence goes on, a fall of last year does not. */
  readonly past: boolean;
}

/** Words that only look like danger, or say that it is none. */
export interface HarmlessWords {
  /** Taken out before anything is looked for (煤气费, 跳楼价). */
  readonly phrases: readonly string[];
  /** What somebody wants who is in no danger (讲座, 补贴), said in the same clause. */
  readonly purposes: readonly string[];
  /** Those purposes that take even violence and suicide for a subject (讲座). */
  readonly subjects: readonly string[];
  /** Said in the same clause: it was then. */
  readonly past: readonly string[];
  /** Said right before a sign they turn it round (没有煤气味). */
  readonly negations: readonly string[];
  /** Said in the same clause as a past word, whatever order, they bring it back (上次漏了,今天又漏). */
  readonly now: readonly string[];
}

/**
 * What words speak of. `codes`: the dangers named by a sign, the clearest first. `leaning`: no sign was said, but the words
 * lean towards danger: worth a question, not an alarm.
 */
export interface FoundDanger {
  readonly codes: readonly string[];
  readonly leaning: boolean;
}

export type DangerFinder = (words: string) => FoundDanger;

/** More than anybody says before help is called; what comes after is not looked at. */
const LONGEST = 2000;
const TAKEN_OUT = '□';
/** Doors and telephones say where and who, never what: they lean towards nothing. */
const WHERE = /\d+[a-z]?(?:号楼|号|幢|栋|座)(?:\s*\d+(?:室|层|楼)?)?|\d{7,}/g;
/** From here on words lean towards danger. Below 0, because a question for nothing costs one key. */
const LEANS_FROM = -0.25;

/**
 * Recognises danger in what a resident or a worker says, before and above the item finder. Pure, the same in server and
 * browser, below a millisecond. Missing a danger is worse than a false alarm, which costs one key: so every doubt
 * alarms. Which words mean danger is data
 * (standing: composed), not code. Never throws, whatever the words.
 */
export function buildDangerFinder(
  dangers: readonly DangerSigns[],
  harmless: HarmlessWords,
  leanings: Leanings,
): DangerFinder {
  const read = dangers.map((danger) => ({ ...danger, read: danger.signs.map(readSign) }));
  return (words) => {
    const said = normaliseTo(words, LONGEST);
    const text = without(said, harmless.phrases);
    const hits = hitsIn(text, harmless.negations);
    const isOver = (clause: string): boolean =>
      has(clause, harmless.past) && !has(clause, harmless.now);
    const codes = read
      .map(({ code, past, read: signs }) => ({
        code,
        weight: weigh(text, signs, hits, (clause) =>
          past ? has(clause, harmless.subjects) : has(clause, harmless.purposes) || isOver(clause),
        ),
      }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .map(({ code }) => code);
    const leaning =
      codes.length === 0 &&
      !isOver(said) &&
      (leaningOf(text.replace(WHERE, ' '), leanings) ?? -1) >= LEANS_FROM;
    return { codes, leaning };
  };
}

/** How much of a text speaks of a danger: characters that its signs cover, leaving out clauses that are harmless. */
function weigh(
  text: string,
  signs: readonly Sign[],
  hits: (word: string) => readonly Place[],
  isHarmless: (clause: string) => boolean,
): number {
  return signs
    .flatMap((sign) => placesOf(sign, hits).map((place) => ({ place, parts: sign.length })))
    .filter(({ place }) => !isHarmless(clauseOf(text, place)))
    .reduce((sum, { place, parts }) => sum + Math.min(place.to - place.from, 4 * parts), 0);
}

/** The text with its harmless phrases taken out, in its length, so that nothing moves nearer to anything. */
function without(text: string, phrases: readonly string[]): string {
  let rest = text;
  for (const phrase of phrases) rest = rest.replaceAll(phrase, TAKEN_OUT.repeat(phrase.length));
  return rest;
}

/** Where a word stands without a negation right before it. Looked up once a word and text. */
function hitsIn(text: string, negations: readonly string[]): (word: string) => readonly Place[] {
  const known = new Map<string, readonly Place[]>();
  return (word) => {
    let places = known.get(word);
    if (places === undefined) {
      places = allOf(text, word).filter(
        ({ from }) => !negations.some((negation) => text.slice(0, from).endsWith(negation)),
      );
      known.set(word, places);
    }
    return places;
  };
}

function allOf(text: string, word: string): Place[] {
  const places: Place[] = [];
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1))
    places.push({ from, to: from + word.length });
  return places;
}

/** The clause around a place, from punctuation to punctuation. */
function clauseOf(text: string, { from, to }: Place): string {
  const start = text.lastIndexOf(' ', from) + 1;
  const end = text.indexOf(' ', to);
  return text.slice(start, end < 0 ? text.length : end);
}

const has = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.includes(word));
