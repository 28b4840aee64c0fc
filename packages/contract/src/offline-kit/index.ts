import { z } from 'zod';
import { endpoint, Named } from '../shared/index.ts';

/** How the kit of today stands. `readyFrom`: the local time from which it is made by itself. */
export const KitView = z.object({
  date: z.string(),
  readyFrom: z.string(),
  madeAt: z.string().nullable(),
  printedAt: z.string().nullable(),
  printedBy: Named.nullable(),
});
export type KitView = z.infer<typeof KitView>;

export const offlineKitEndpoints = {
  readKit: endpoint({
    method: 'GET',
    path: '/api/v1/kit',
    summary: '今天的断网包',
    description:
      'Whether the offline kit of today was made, and who printed it last. Only for the people of a committee.',
    status: 200,
    answer: KitView,
    problems: ['not-permitted'],
  }),
  printKit: endpoint({
    method: 'GET',
    path: '/api/v1/kit.pdf',
    summary: '打印断网包',
    description:
      'The offline kit of the caller’s committee as of now: duty, telephone numbers (those of private people in full), the danger card, blank reception registers, the twenty most asked notices. Printing it is logged.',
    status: 200,
    media: 'application/pdf',
    problems: ['not-permitted', 'slow-down', 'not-ready'],
  }),
  printDangerCard: endpoint({
    method: 'GET',
    path: '/api/v1/danger-card.pdf',
    summary: '打印断电应急卡',
    description:
      'The card for an emergency without power: whom to call, what to say, what to do first and what not. Printing it is logged.',
    status: 200,
    media: 'application/pdf',
    problems: ['not-permitted', 'slow-down', 'not-ready'],
  }),
} as const;
