import { leaningOf } from '../danger/index.ts';
import { dangerSentences, everydayWords, findDangers } from './dangers.ts';
import { learn } from './train-dangers.ts';

/**
 * `node packages/search/src/testing/measure-dangers.ts [--list]`: what the recognition of danger is worth today. The last
 * line is one JSON object: over all sentences as shipped, and what was learned held against sentences it was not learned
 * from (each fifth in its turn).
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const share = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 1000;
const LEANS_FROM = -0.25;
const FOLDS = 5;

const isFound = (words: string): boolean => {
  const { codes, leaning } = findDangers(words);
  return codes.length > 0 || leaning;
};
const dangerous = dangerSentences.filter(({ danger }) => danger !== 'harmless');
const harmless = dangerSentences.filter(({ danger }) => danger === 'harmless');

if (process.argv.includes('--list'))
  for (const { words, danger } of dangerSentences) {
    const { codes, leaning } = findDangers(words);
    const right = danger === 'harmless' ? codes.length === 0 && !leaning : codes[0] === danger;
    if (!right)
      say(`${danger}: ${words} → ${codes.join(', ') || (leaning ? 'leaning' : 'nothing')}`);
  }

let recognised = 0;
let alarmed = 0;
for (let fold = 0; fold < FOLDS; fold += 1) {
  const isApart = (_: unknown, i: number): boolean => i % FOLDS === fold;
  const isKept = (_: unknown, i: number): boolean => i % FOLDS !== fold;
  const learned = learn(
    dangerous.filter(isKept).map(({ words }) => words),
    [...harmless.filter(isKept).map(({ words }) => words), ...everydayWords],
  );
  const leans = (words: string): boolean => (leaningOf(words, learned) ?? -1) >= LEANS_FROM;
  recognised += dangerous.filter(isApart).filter(({ words }) => leans(words)).length;
  alarmed += harmless.filter(isApart).filter(({ words }) => leans(words)).length;
}

const started = performance.now();
for (const { words } of dangerSentences) findDangers(words);
const us = ((performance.now() - started) * 1000) / dangerSentences.length;
say(
  JSON.stringify({
    dangerous: dangerous.length,
    recognised: share(dangerous.filter(({ words }) => isFound(words)).length, dangerous.length),
    named: share(
      dangerous.filter(({ words, danger }) => findDangers(words).codes.includes(danger)).length,
      dangerous.length,
    ),
    harmless: harmless.length,
    alarms: share(
      harmless.filter(({ words }) => findDangers(words).codes.length > 0).length,
      harmless.length,
    ),
    questions: share(
      harmless.filter(({ words }) => findDangers(words).leaning).length,
      harmless.length,
    ),
    everyday: everydayWords.length,
    everydayAlarms: share(everydayWords.filter(isFound).length, everydayWords.length),
    unseen: {
      recognised: share(recognised, dangerous.length),
      questions: share(alarmed, harmless.length),
    },
    usPerSentence: Math.round(us),
  }),
);
