import { readFileSync } from 'node:fs';
import {
  buildDangerFinder,
  type DangerSigns,
  type HarmlessWords,
  type Leanings,
} from '../danger/index.ts';
import { catalogueItems } from './catalogue.ts';

const read = <T>(name: string): T =>
  JSON.parse(
    readFileSync(new URL(`../../../../content/dangers/${name}.json`, import.meta.url), 'utf8'),
  ) as T;

/** The dangers as they ship. */
export const shippedDangers = read<DangerSigns[]>('dangers');

/** The finder over what ships. */
export const shippedLeanings = read<Leanings>('leanings');
export const findDangers = buildDangerFinder(
  shippedDangers,
  read<HarmlessWords>('harmless'),
  shippedLeanings,
);

/** A sentence with the danger in it, or `harmless`. `apart`: nobody looked at it while the signs were mended. */
export interface DangerSentence {
  readonly words: string;
  readonly danger: string;
  readonly apart: boolean;
}

export const dangerSentences: readonly DangerSentence[] = Object.entries(
  read<Record<string, string[]>>('sentences'),
).flatMap(([danger, list]) =>
  list.map((words, index) => ({ words, danger, apart: index % 2 === 1 })),
);

/** Everyday words of the catalogue's matters, which somebody else wrote: harmless but for those of urgent items. */
export const everydayWords: readonly string[] = catalogueItems
  .filter(({ urgent }) => urgent !== true)
  .flatMap(({ name, phrasings }) => [name, ...phrasings]);
