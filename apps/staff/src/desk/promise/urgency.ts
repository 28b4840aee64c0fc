import { localMoment } from '@qzt/ui';

export type Urgency = 'late' | 'soon' | 'calm';

/** How a due time is shown: late is red and said in words, soon (due today) is amber, everything else is calm. */
export const urgencyOf = (dueAt: string, late: boolean, now: Date = new Date()): Urgency => {
  if (late || Date.parse(dueAt) < now.getTime()) return 'late';
  return localMoment(dueAt).date === localMoment(now).date ? 'soon' : 'calm';
};

/** Danger does not wait for the desk's hours: said in place of the promise's time, which stays as it is stored. */
export const AT_ONCE = '应急 · 马上处理';

/** Whether an urgent matter still waits for somebody to begin: a call for help, or to be accepted at all. */
export const isAtOnce = (urgent: boolean, kind: string | null): boolean =>
  urgent && (kind === 'accept' || kind === 'call');

/** First due first; what is late stands before everything because it is due earliest. */
export const byDue = <T extends { readonly dueAt: string }>(lines: readonly T[]): T[] =>
  [...lines].sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
