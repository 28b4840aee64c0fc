import { type Act, makesCase } from './compose.ts';
import type { Draft } from './draft.ts';

/** What the desk asks back before it sends: which item, or to register what only a case can keep to those named. */
export type Ask = 'item' | 'case';

export const ASK_TEXT: Readonly<Record<Ask, string>> = {
  item: '先选一个事项(↑↓ 和 Enter),不在清单上的按 Alt+0 选其他',
  case: '保密的事按 F3 登记(当场办好的按 F2):只记一笔会让全居委的同事看到',
};

/** What must be asked before this act is sent. */
export const askBefore = (draft: Draft, act: Act): Ask | null => {
  if (draft.confidential && (act === 'line' || act === 'point')) return 'case';
  return makesCase(act) && act !== 'refuse' && draft.picked === null && draft.words.trim() !== ''
    ? 'item'
    : null;
};

/** What is still asked after the entry has changed. */
export const stillAsked = (draft: Pick<Draft, 'picked'>, asked: Ask | null): Ask | null =>
  draft.picked === null || asked === 'case' ? asked : null;

/** Whether there is somebody who can be told the answer. */
export const canBeTold = ({ resident, visitor }: Pick<Draft, 'resident' | 'visitor'>): boolean =>
  resident !== null || visitor.phone.trim() !== '';
