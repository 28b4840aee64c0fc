import type { RecountGround } from '../features/promise/index.ts';
import { type CaseGround, recountDueTimes } from '../features/reception/index.ts';

/** Counting due times anew is wanted by working time and done by the cases. */
export const recountOf = (ground: CaseGround): RecountGround => ({
  ...ground,
  recount: (committees) => recountDueTimes(ground, committees),
});
