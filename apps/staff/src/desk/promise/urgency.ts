import { localMoment } from '@qzt/ui';

export type Urgency = 'late' | 'soon' | 'calm';

/** How a due time is shown: late is red and said in words, soon (due today) is amber, everything else is calm. */
export const urgencyOf = (dueAt: string, late: boolean, now: Date = new Date()): Urgency => {
  if (late || Date.parse(dueAt) < now.getTime()) return 'late';
  return localMoment(dueAt).date === localMoment(now).date ? 'soon' : 'calm';
};

/** First due first; what is late stands before everything because it is due earliest. */
export const byDue = <T extends { readonly dueAt: string }>(lines: readonly T[]): T[] =>
  [...lines].sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
