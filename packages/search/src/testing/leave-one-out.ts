import { buildFinder, type FinderAnswer } from '../finder.ts';
import { catalogueItems, without } from './catalogue.ts';

export interface Asked {
  readonly code: string;
  readonly words: string;
  readonly answer: FinderAnswer;
}

/** Every phrasing of the catalogue asked of a finder that has not seen it. Builds one finder a phrasing: some seconds. */
export const leaveOneOut = (): Asked[] =>
  catalogueItems.flatMap(({ code, phrasings }) =>
    phrasings.map((words) => ({
      code,
      words,
      answer: buildFinder(without(code, words)).find(words, 3),
    })),
  );

/**
 * The same with one phrasing of *every* item left out at a time, in as many rounds as an item has phrasings: a quick
 * neighbour of leave-one-out for the tests.
 */
export const leaveFoldOut = (): Asked[] => {
  const rounds = Math.max(...catalogueItems.map((item) => item.phrasings.length));
  return Array.from({ length: rounds }, (_, round) => {
    const known = catalogueItems.map((item) => ({
      ...item,
      phrasings: item.phrasings.filter((_phrasing, i) => i !== round),
    }));
    const finder = buildFinder(known);
    return catalogueItems.flatMap(({ code, phrasings }) => {
      const words = phrasings[round];
      return words === undefined ? [] : [{ code, words, answer: finder.find(words, 3) }];
    });
  }).flat();
};

/** Shares of the asked whose item came first and among three. */
export const hitShares = (asked: readonly Asked[]): { first: number; inThree: number } => {
  const share = (hit: (one: Asked) => boolean) => asked.filter(hit).length / asked.length;
  return {
    first: share(({ code, answer }) => answer.hits[0]?.code === code),
    inThree: share(({ code, answer }) => answer.hits.slice(0, 3).some((hit) => hit.code === code)),
  };
};
