import { writeFileSync } from 'node:fs';
import { dangerSentences, everydayWords } from './dangers.ts';
import { learn } from './train-dangers.ts';

/** `node packages/search/src/testing/learn-dangers.ts`: writes what is learned of the sentences into the content. */
const wordsOf = (dangerous: boolean): string[] =>
  dangerSentences
    .filter(({ danger }) => (danger !== 'harmless') === dangerous)
    .map(({ words }) => words);

writeFileSync(
  new URL('../../../../content/dangers/leanings.json', import.meta.url),
  `${JSON.stringify(learn(wordsOf(true), [...wordsOf(false), ...everydayWords]))}\n`,
);
