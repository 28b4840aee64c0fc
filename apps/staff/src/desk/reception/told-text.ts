import { promiseTold } from '@qzt/domain/portal';
import { momentText } from '@qzt/ui';
import type { Told } from './use-reception.ts';

/** One sentence for the resident after something was stored. */
export const toldText = ({ act, made }: Pick<Told, 'act' | 'made'>): string => {
  if (act === 'settle') return '已经办好了。';
  if (made === null) return act === 'point' ? '已经告诉您去哪里办。' : '已经记下了。';
  const handed = act === 'refer' || act === 'dispatch' ? `已交给${made.handler.name}` : '已登记';
  if (made.dueAt === null || made.dueKind === null) return `${handed}。`;
  if (made.dueKind === 'resident') return `${handed},等您补齐材料。`;
  const promise = made.dueKind === 'accept' ? 'accept' : 'answer';
  return `${handed},${promiseTold(promise, momentText(made.dueAt))}。`;
};
