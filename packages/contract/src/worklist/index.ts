import { OUTCOMES, STATUSES } from '@qzt/domain/reception';
import { WORKLIST_NAMES } from '@qzt/domain/worklist';
import { z } from 'zod';
import { endpoint, Named } from '../shared/index.ts';

const limit = z.coerce.number().int().min(1).max(200).default(20);

/**
 * A line of a list of work. `who` and `door` are masked. `kind`: what is due (`call`, `accept`, `limit`, `tell`), since when it
 * waits (`resident`), or until when silence is waited out (`silence`); null where nothing is due any more.
 */
export const WorkLine = z.object({
  caseId: z.string(),
  number: z.string(),
  committee: z.string(),
  title: z.string(),
  who: z.string().nullable(),
  door: z.string().nullable(),
  status: z.enum(STATUSES),
  firstAsked: Named,
  handler: z.string(),
  kind: z.enum(['call', 'accept', 'limit', 'tell', 'resident', 'silence']).nullable(),
  at: z.string().nullable(),
  late: z.boolean(),
  urgent: z.boolean(),
  /** Present while danger is open: since when, and when somebody first called for help. */
  alarm: z.object({ since: z.string(), calledAt: z.string().nullable() }).optional(),
  confidential: z.boolean(),
});
export type WorkLine = z.infer<typeof WorkLine>;

/** A need of today, with what came of it. `words` are those that were said; of a confidential contact a list does not show them. */
export const TodayLine = z.object({
  needId: z.string(),
  startedAt: z.string(),
  words: z.string(),
  outcome: z.enum(OUTCOMES),
  caseId: z.string().nullable(),
  status: z.enum(STATUSES).nullable(),
  ending: z.string().nullable(),
  confidential: z.boolean(),
});
export type TodayLine = z.infer<typeof TodayLine>;

export const worklistEndpoints = {
  readWorklist: endpoint({
    method: 'GET',
    path: '/api/v1/worklists/:name',
    summary: '待办清单',
    description:
      'One list of work of the caller: urgent matters first, then what is due first. `total`, `late` and `today` (due today and not late) count the whole list and not the lines that were asked for. A list that the caller’s post does not have is empty.',
    params: z.strictObject({ name: z.enum(WORKLIST_NAMES) }),
    query: z.strictObject({ limit }),
    status: 200,
    answer: z.object({
      items: z.array(WorkLine),
      total: z.int(),
      late: z.int(),
      today: z.int(),
    }),
    problems: ['session-required', 'not-found', 'invalid-input'],
  }),
  readToday: endpoint({
    method: 'GET',
    path: '/api/v1/contacts-today',
    summary: '今天的接待',
    description:
      'What people came for today in the caller’s committee, newest first. `contacts` and `total` (needs) count the whole day.',
    query: z.strictObject({ limit }),
    status: 200,
    answer: z.object({ items: z.array(TodayLine), contacts: z.int(), total: z.int() }),
    problems: ['not-permitted', 'invalid-input'],
  }),
} as const;
