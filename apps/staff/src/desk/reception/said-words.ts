import type { Act } from './compose.ts';
import { type Draft, joinWords, titleOf } from './draft.ts';

export const PUT_AWAY = '已换下一位,刚才写的可以找回';

/** What was done, in the past tense. */
export const DONE: Readonly<Record<Act, string>> = {
  settle: '已当场办结',
  register: '已登记,承诺记在左边',
  line: '已记一笔',
  refer: '已登记并转出,仍由您跟到答复',
  dispatch: '已登记并派出,仍由您跟到答复',
  point: '已记下给居民指的路',
  refuse: '已记下不予出具和去向',
};

const SHOWN = 24;

/** What an entry is about, in a few words; '' where nothing was said yet. */
export const aboutOf = (draft: Draft): string => {
  const title = titleOf({ ...draft, words: joinWords(draft.words, draft.box) });
  const letters = [...title];
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : title;
};

/** An entry that was left unfinished is offered; it never comes back by itself, or new words would be glued to it. */
export const leftText = (draft: Draft): string => {
  const about = aboutOf(draft) || draft.resident?.name || draft.visitor.name;
  return about === '' ? '上次有一笔没写完' : `上次没写完:“${about}”`;
};
