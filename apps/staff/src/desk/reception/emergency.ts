import type { CaseView } from '@qzt/contract/reception';
import { client } from '../../platform/client.ts';
import type { Emergency } from '../danger/use-danger-entry.ts';
import { type Draft, joinWords } from './draft.ts';
import type { DraftState } from './draft-state.ts';
import { takeWords } from './pick.ts';
import { sendReception } from './send.ts';

const LONGEST_TITLE = 80;

/** What is written, as the urgent matter that it is: every word is taken, the title says first what danger. */
export const asEmergency = (draft: Draft, { name, place }: Emergency): Draft => {
  const taken = takeWords(draft);
  const words = place === '' ? taken.words : joinWords(taken.words, `地点:${place}`);
  const title = [name, words.trim()].filter((text) => text !== '').join(':');
  return {
    ...taken,
    words,
    title: [...title].slice(0, LONGEST_TITLE).join(''),
    picked: null,
    kind: 'problem',
    urgent: true,
  };
};

/** Stores what is written as an urgent case, once however often it is asked. Throws what the client throws. */
export const sendEmergency = async (state: DraftState, emergency: Emergency): Promise<CaseView> => {
  state.update((draft) => asEmergency(draft, emergency));
  const { danger, mandatoryReport } = emergency;
  const { made } = await sendReception(
    client,
    state.get(),
    'register',
    (progress) => state.update((draft) => ({ ...draft, progress })),
    { emergency: { danger, mandatoryReport } },
  );
  if (made === null) throw new Error('an alarm without its case');
  return made;
};
