import type { Act } from './compose.ts';
import type { Draft } from './draft.ts';

/** What the desk asks back before it sends: which item, or a telephone for the answer. */
export type Ask = 'item' | 'phone';

export const ASK_TEXT: Readonly<Record<Ask, string>> = {
  item: '先选一个事项,或按 Alt+0 选其他',
  phone: '没留电话,答复时找不到人。再按一次 F3 照样登记',
};

const nobodyToCall = ({ who, visitor }: Draft): boolean =>
  who === 'visitor' && visitor.name.trim() === '' && visitor.phone.trim() === '';

/** What must be asked before this act is sent. `asked`: what was asked before; a telephone is asked for only once. */
export const askBefore = (draft: Draft, act: Act, asked: Ask | null): Ask | null => {
  if (act === 'line') return null;
  if (draft.picked === null && draft.words.trim() !== '') return 'item';
  return act === 'register' && nobodyToCall(draft) && asked !== 'phone' ? 'phone' : null;
};

/** What is still asked after the entry has changed. */
export const stillAsked = (draft: Draft, asked: Ask | null): Ask | null => {
  if (asked === 'item') return draft.picked === null ? asked : null;
  return asked === 'phone' && nobodyToCall(draft) ? asked : null;
};
