import { Phone } from '@qzt/contract';
import type { CaseView } from '@qzt/contract/reception';
import { client } from '../../platform/client.ts';
import type { Emergency } from '../danger/use-danger-entry.ts';
import { type Draft, joinWords } from './draft.ts';
import type { DraftState } from './draft-state.ts';
import { takeWords } from './pick.ts';
import { sendReception } from './send.ts';

/** The contract takes so many characters. */
const LONGEST_TITLE = 80;
/** Room is left for place and telephone. */
const LONGEST_STORY = 1_750;

/** As much as the contract counts (a rare character as two), and no half of a character. */
const cut = (text: string, most: number): string => {
  const part = text.slice(0, most);
  return part.isWellFormed() ? part : part.slice(0, -1);
};

/**
 * What is written, as the urgent matter that it is: every word is taken, the title says first what danger. Nothing here may
 * be refused for its form: what is no telephone is kept among the words, and a story too long is cut.
 */
export const asEmergency = (draft: Draft, emergency: Emergency): Draft => {
  const taken = takeWords(draft);
  const { name, place } = emergency;
  const marked = emergency.safePhone === '' ? taken.safePhone : emergency.safePhone;
  const isPhone = marked === '' || Phone.safeParse(marked).success;
  // A place that the words name already is not said twice.
  const isSaid = place === '' || taken.words.includes(place);
  const added = [isSaid ? '' : `地点:${place}`, isPhone ? '' : `安全电话:${marked}`];
  const words = added.reduce(joinWords, cut(taken.words, LONGEST_STORY));
  const title = [name, words.trim()].filter((text) => text !== '').join(':');
  return {
    ...taken,
    words,
    title: cut(title, LONGEST_TITLE),
    picked: null,
    kind: 'problem',
    urgent: true,
    journey: taken.channel === 'phone' ? 0 : taken.journey,
    safePhone: isPhone ? marked : '',
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
