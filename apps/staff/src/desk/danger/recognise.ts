import type { AnswerOf } from '@qzt/contract';
import type { DangerView, dangerEndpoints } from '@qzt/contract/danger';
import { readInput } from '@qzt/domain/reception';
import { buildDangerFinder } from '@qzt/search/danger';

export type Cards = AnswerOf<typeof dangerEndpoints.listDangers>;

/** The danger that words speak of. `sure` false: no sign was said, they only sound like it. */
export interface Found {
  readonly danger: DangerView;
  readonly sure: boolean;
}

/** The card that asks what happened, for whatever no other card is about. */
export const GENERAL = 'help';

const LEAST_ASKED = 3;

/** A person, a door or a telephone, or hardly a word: it says nothing of danger. */
const saysNothing = (box: string): boolean => {
  const { matter, name } = readInput(box);
  return [...box.trim()].length < LEAST_ASKED || matter === '' || name !== null;
};

/** Recognises danger in this window, as the server does: at each key and while the server is far. */
export function recogniser({
  dangers,
  recognition,
}: Cards): (words: string, box: string) => Found | null {
  const find = buildDangerFinder(recognition.dangers, recognition.harmless, recognition.leanings);
  const byCode = new Map(dangers.map((danger) => [danger.code, danger]));
  return (words, box) => {
    const { codes, leaning } = find(`${words} ${box}`);
    const asks = leaning && (saysNothing(box) ? find(words).leaning : true);
    const code = codes[0] ?? (asks ? GENERAL : undefined);
    const danger = code === undefined ? undefined : byCode.get(code);
    return danger === undefined ? null : { danger, sure: codes.length > 0 };
  };
}
