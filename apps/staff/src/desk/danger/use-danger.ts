import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Draft } from '../reception/draft.ts';
import { type DraftState, useDraft } from '../reception/draft-state.ts';
import { dangersQuery } from './danger-query.ts';
import { type Cards, recogniser } from './recognise.ts';

/** What the entry speaks of, as one plain value: whoever shows it is drawn anew only when that changes. */
interface Spoken {
  readonly cards: Cards | undefined;
  /** Nothing is written. */
  readonly empty: boolean;
  /** The danger named by a sign, or null. */
  readonly sure: string | null;
  /** The danger that it only sounds like, or null. */
  readonly leaning: string | null;
}

const wordsOf = ({ words, box }: Draft): string => `${words} ${box}`.trim();

/** The danger that the entry speaks of just now: looked for at each key, in this window. */
export const useDanger = (state: DraftState): Spoken => {
  const { data } = useQuery(dangersQuery);
  const read = useMemo(() => (data === undefined ? () => '' : oncePerText(data)), [data]);
  const code = useDraft(state, ({ words, box }) => read(words, box));
  const empty = useDraft(state, (draft) => wordsOf(draft) === '');
  return {
    cards: data,
    empty,
    sure: code.startsWith('!') ? code.slice(1) : null,
    leaning: code.startsWith('?') ? code.slice(1) : null,
  };
};

/** The code behind `!` (sure) or `?` (leaning), or nothing; each text is looked at once, however often one asks. */
function oncePerText(cards: Cards): (words: string, box: string) => string {
  const find = recogniser(cards);
  let last = { words: '', box: '', code: '' };
  return (words, box) => {
    if (words !== last.words || box !== last.box) {
      const found = find(words, box);
      const mark = found?.sure ? '!' : '?';
      last = { words, box, code: found === null ? '' : `${mark}${found.danger.code}` };
    }
    return last.code;
  };
}
