import type { OpenWork } from '../features/org/index.ts';
import { clearPresence } from '../features/promise/index.ts';
import {
  type CaseGround,
  countOpen,
  handOverCases,
  overtaken,
} from '../features/reception/index.ts';
import { localDate } from '../platform/time.ts';

/** What a worker has open, and what becomes of it when he leaves, from all the rooms that know of some. */
export const openWorkOf = (ground: CaseGround): OpenWork => ({
  count: countOpen,
  handOver: (work, act) => handOverCases(ground, work, act),
  clearPlans: (work, committeeId, staffId) =>
    clearPresence(work, committeeId, staffId, localDate(work.now)),
  overtaken,
});
