import { z } from 'zod';
import { endpoint, Id, Instant, Named, textOf } from '../shared/index.ts';

/** A case of a hand-over as it stands now: what, whose, until when. */
const Matter = z.object({
  caseId: z.string(),
  number: z.string(),
  title: z.string(),
  who: z.string().nullable(),
  dueAt: z.string().nullable(),
  kind: z.string(),
  late: z.boolean(),
  urgent: z.boolean(),
  /** Whether it is still open: somebody may have finished it since. */
  open: z.boolean(),
});

const LoanRef = z.object({
  loanId: z.string(),
  thing: z.string(),
  count: z.int(),
  who: z.string().nullable(),
  dueAt: z.string(),
  late: z.boolean(),
  open: z.boolean(),
});

export const HandOverContents = z.object({
  promises: z.array(Matter),
  urgent: z.array(Matter),
  loans: z.array(LoanRef),
});
export type HandOverContents = z.infer<typeof HandOverContents>;

/**
 * The end of one shift. Two sides: who gave it and who took it over by name. Confidential cases are in none: they stay
 * with the worker first asked.
 */
export const HandOverView = z.object({
  id: z.string(),
  from: Named,
  to: Named.nullable(),
  givenAt: z.string(),
  until: z.string(),
  note: z.string().nullable(),
  contents: HandOverContents,
  taken: z.object({ by: Named, at: z.string() }).nullable(),
  withdrawnAt: z.string().nullable(),
  mayTake: z.boolean(),
  mayWithdraw: z.boolean(),
  version: z.int(),
});
export type HandOverView = z.infer<typeof HandOverView>;

export const HandOverPreview = z.object({
  until: z.string(),
  contents: HandOverContents,
  /** How many confidential cases of mine stay with me and are not handed over. */
  kept: z.int(),
  colleagues: z.array(Named),
  /** Whom the line for the day names as the other one at the desk. */
  suggested: Named.nullable(),
});
export type HandOverPreview = z.infer<typeof HandOverPreview>;

const problems = ['not-permitted', 'not-found', 'invalid-input'] as const;
const step = [
  ...problems,
  'version-conflict',
  'version-required',
  'transition-not-allowed',
] as const;

export const handOverEndpoints = {
  previewHandOver: endpoint({
    method: 'GET',
    path: '/api/v1/hand-overs/preview',
    summary: '我要交的班',
    description:
      'What the caller would hand over now: open promises due until the next shift and those that are late, things lent and not returned, urgent cases of the committee.',
    status: 200,
    answer: HandOverPreview,
    problems: ['not-permitted'],
  }),
  listHandOvers: endpoint({
    method: 'GET',
    path: '/api/v1/hand-overs',
    summary: '交接',
    description:
      'The hand-overs of the caller’s committee of the last seven days, newest first, and older ones that nobody has taken. `open` counts those that nobody has taken.',
    status: 200,
    answer: z.object({ items: z.array(HandOverView), open: z.int() }),
    problems: ['not-permitted'],
  }),
  giveHandOver: endpoint({
    method: 'POST',
    path: '/api/v1/hand-overs',
    summary: '交班',
    description:
      'Hands over what `preview` shows, with a free note. `to` may be left out: then whoever comes next takes it. The worker first asked stays the same.',
    body: z.strictObject({
      id: Id,
      to: Id.optional(),
      until: Instant.optional(),
      note: textOf(2000).optional(),
    }),
    status: 201,
    answer: HandOverView,
    writes: true,
    problems: [...problems, 'id-exists'],
  }),
  takeHandOver: endpoint({
    method: 'POST',
    path: '/api/v1/hand-overs/:id/take',
    summary: '接班',
    description:
      'The caller takes a hand-over by name. Until it ends, reminders of the giver’s cases come to the caller too.',
    params: z.strictObject({ id: Id }),
    body: z.strictObject({}),
    status: 201,
    answer: HandOverView,
    writes: true,
    versioned: true,
    problems: step,
  }),
  withdrawHandOver: endpoint({
    method: 'POST',
    path: '/api/v1/hand-overs/:id/withdraw',
    summary: '收回交班',
    description: 'The giver takes back what nobody has taken yet.',
    params: z.strictObject({ id: Id }),
    body: z.strictObject({}),
    status: 201,
    answer: HandOverView,
    writes: true,
    versioned: true,
    problems: step,
  }),
} as const;
