export {
  buildDangerFinder,
  type DangerFinder,
  type DangerSigns,
  type FoundDanger,
  type HarmlessWords,
} from './danger-finder.ts';
export { type Leanings, leaningOf, spokenGrams } from './leaning.ts';
