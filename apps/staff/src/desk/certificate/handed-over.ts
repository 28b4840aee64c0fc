import type { PaperLine } from '@qzt/contract/certificate';
import type { CaseView, EventCreate } from '@qzt/contract/reception';

/** The paper that can be handed to the resident: issued and printed, the newest of several. */
export const paperToHandOver = (papers: readonly PaperLine[]): PaperLine | undefined =>
  papers.find(({ status, copies }) => status === 'issued' && copies > 0);

/** Whether handing it over can answer the case now: a worker who may accept it or answer it. */
export const canAnswer = ({ allowedActions }: Pick<CaseView, 'allowedActions'>): boolean =>
  allowedActions.includes('accept') || allowedActions.includes('answer');

/** What the case is answered with: nobody types the number again. */
export const answerFor = ({ name, number }: PaperLine): string =>
  `已出具《${name}》,编号${number ?? ''},交给居民。`;

/** The next step on the way to the answer; null once it was given. */
export const nextStep = (
  { allowedActions }: Pick<CaseView, 'allowedActions'>,
  paper: PaperLine,
  ids: { readonly accept: string; readonly answer: string },
): EventCreate | null => {
  if (allowedActions.includes('answer'))
    return { id: ids.answer, type: 'answer', data: { answer: answerFor(paper) } };
  return allowedActions.includes('accept') ? { id: ids.accept, type: 'accept' } : null;
};
