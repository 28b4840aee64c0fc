import { readInput } from '@qzt/domain/reception';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { findable, findQuery, itemQuery } from '../catalogue/finder.ts';
import type { Choice } from './choices.ts';
import type { DraftState } from './draft-state.ts';
import {
  chooseResident,
  keepVisitor,
  learnItem,
  pickItem,
  pickLate,
  pickOther,
  takeWords,
} from './pick.ts';
import { settleBox, wordsToFind } from './settle-box.ts';

interface Options {
  readonly state: DraftState;
  readonly openCase: (id: string) => void;
  /** What is written is put away; the words in the input begin another matter. */
  readonly anew: () => void;
  /** An item or 其他 was picked just now: Ctrl+Z means that. */
  readonly picked: () => void;
}

/** What a choice of the list, an early Enter or a sending key makes of the words in the input. */
export const useTake = ({ state, openCase, anew, picked }: Options) => {
  const queries = useQueryClient();

  const learn = useCallback(
    (code: string): void => {
      picked();
      void queries.fetchQuery(itemQuery(code)).then(
        (item) => state.update((d) => learnItem(d, item)),
        // The notice shows the same trouble, with a way to try again.
        () => undefined,
      );
    },
    [queries, state, picked],
  );

  const take = (choice: Choice, matter: string): void => {
    switch (choice.kind) {
      case 'item':
        state.update((d) => pickItem(d, choice.hit));
        learn(choice.hit.code);
        break;
      case 'other':
        picked();
        state.update(pickOther);
        break;
      case 'anew':
        anew();
        break;
      case 'say':
        state.update(takeWords);
        break;
      case 'resident':
        state.update((d) => chooseResident(d, choice.hit, matter));
        break;
      case 'case':
        state.update((d) => ({ ...d, box: '' }));
        openCase(choice.line.id);
        break;
      default:
        state.update((d) => keepVisitor(d, choice.kind, choice.text, matter));
    }
  };

  const find = (words: string) => queries.fetchQuery(findQuery(findable(words))).catch(() => null);

  /** Enter came before the rows: the words are taken at once, so that one can type on, and the item follows. */
  const takeEarly = async (): Promise<void> => {
    const { matter, person } = readInput(state.get().box);
    if (state.get().picked !== null && person === null) return state.update(takeWords);
    const words = wordsToFind(state.get());
    if (words === null || matter === '') return;
    state.update(takeWords);
    const found = await find(words);
    const hit = found?.confident ? found.items[0] : undefined;
    state.update((d) => pickLate(d, hit));
    if (hit !== undefined) learn(hit.code);
  };

  /** Takes what still stands in the input, as it is shown. `under`: what the cursor of the list is on. */
  const settle = async (under: Choice | null): Promise<void> => {
    const words = wordsToFind(state.get());
    const found = words === null ? null : await find(words);
    const before = state.get().picked;
    state.update((d) => settleBox(d, under, found));
    const after = state.get().picked;
    if (before === null && after?.kind === 'item') {
      const item = await queries.fetchQuery(itemQuery(after.code)).catch(() => null);
      if (item !== null) state.update((d) => learnItem(d, item));
    }
  };

  return { take, takeEarly, settle, learn };
};
