import type { KitView } from '@qzt/contract/offline-kit';
import { localMoment } from '@qzt/ui';

const clock = (instant: string): string => localMoment(instant).time;

/** How the kit of today stands, in a sentence that says what to do next. */
export function kitSaid({ madeAt, printedAt, printedBy, readyFrom }: KitView): string {
  if (printedAt !== null)
    return `今天 ${clock(printedAt)} ${printedBy?.name ?? ''}打印过。值班或电话有变,再打一份,旧的撕掉。`;
  if (madeAt !== null) return `今天 ${clock(madeAt)} 已备好,还没打印。下班前打一份放在接待台。`;
  return `今天 ${readyFrom} 起自动备好;现在要用,直接打印就是最新的。`;
}
