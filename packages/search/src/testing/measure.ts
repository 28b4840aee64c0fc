import { buildFinder } from '../finder.ts';
import { catalogueItems } from './catalogue.ts';
import { foreignSentences } from './foreign-sentences.ts';
import { hitShares, leaveOneOut } from './leave-one-out.ts';

/** `node packages/search/src/testing/measure.ts`: what the finder is worth today; the last line is one JSON object. */
const round = (value: number): number => Math.round(value * 1000) / 1000;
const say = (line: string) => process.stdout.write(`${line}\n`);

const asked = leaveOneOut();
const { first, inThree } = hitShares(asked);
const finder = buildFinder(catalogueItems);
const foreign = foreignSentences.map((words) => ({ words, answer: finder.find(words) }));
const topOf = (answer: { hits: { score: number }[] }): number => answer.hits[0]?.score ?? 0;

for (const threshold of [0.08, 0.1, 0.11, 0.12, 0.13, 0.14, 0.16, 0.2]) {
  const share = (declined: { answer: { hits: { score: number }[] } }[]) =>
    round(declined.filter(({ answer }) => topOf(answer) < threshold).length / declined.length);
  const half = Math.floor(foreign.length / 2);
  const rightFirst = asked.filter(({ code, answer }) => answer.hits[0]?.code === code);
  say(
    `from ${threshold}: foreign declined ${share(foreign.slice(0, half))} / ${share(foreign.slice(half))}, ` +
      `phrasings declined ${share(asked)}, of those with the right item first ${share(rightFirst)}`,
  );
}
if (process.argv.includes('--list')) {
  for (const { code, words, answer } of asked.filter(
    ({ code, answer }) => answer.hits[0]?.code !== code,
  ))
    say(
      `${code} ${words} → ${answer.hits.map((hit) => `${hit.code} ${round(hit.score)}`).join(', ')}`,
    );
  for (const { words, answer } of foreign.filter(({ answer }) => answer.confident))
    say(`foreign, yet confident: ${words} → ${answer.hits[0]?.code} ${round(topOf(answer))}`);
}

const words = asked.map((one) => one.words);
for (const one of words) finder.find(one);
const rounds = 10;
const started = performance.now();
for (let i = 0; i < rounds; i++) for (const one of words) finder.find(one);
const usPerQuery = ((performance.now() - started) * 1000) / (rounds * words.length);
const declined = (answers: { answer: { confident: boolean } }[]) =>
  round(answers.filter(({ answer }) => !answer.confident).length / answers.length);
say(
  JSON.stringify({
    first: round(first),
    inThree: round(inThree),
    foreignDeclined: declined(foreign),
    wronglyDeclined: declined(asked),
    usPerQuery: Math.round(usPerQuery),
  }),
);
