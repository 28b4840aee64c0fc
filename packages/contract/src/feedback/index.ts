import { FEEDBACK_KIND_NAMES } from '@qzt/domain/feedback';
import { z } from 'zod';
import { endpoint, Id, ListQuery, listOf, Named, textOf } from '../shared/index.ts';

const Kind = z.enum(FEEDBACK_KIND_NAMES);

export const FeedbackCreate = z.strictObject({
  id: Id,
  kind: Kind,
  text: textOf(4_000),
  page: z
    .string()
    .max(200)
    .regex(/^\/([a-z-]+(\/[a-z-]+){0,3})?$/, { message: '页面地址里不要带编号' }),
  wantsAnswer: z.boolean(),
  /** For the administrator above and not for the head of the own committee. */
  above: z.boolean().default(false),
  anonymous: z.boolean().default(false),
});

/** `author` null: written without a name, and the reader is not the author. `mine`: the reader wrote it. */
export const FeedbackView = z.object({
  id: z.string(),
  kind: Kind,
  text: z.string(),
  page: z.string(),
  at: z.string(),
  org: Named,
  author: Named.nullable(),
  mine: z.boolean(),
  anonymous: z.boolean(),
  above: z.boolean(),
  wantsAnswer: z.boolean(),
  dueAt: z.string(),
  late: z.boolean(),
  answer: z.object({ text: z.string(), by: Named, at: z.string() }).nullable(),
  version: z.int(),
});
export type FeedbackView = z.infer<typeof FeedbackView>;

export const feedbackEndpoints = {
  writeFeedback: endpoint({
    method: 'POST',
    path: '/api/v1/feedback',
    summary: '提意见',
    description:
      'Stores a suggestion, a problem or a complaint of anybody who is signed in. It goes to the head of the committee, with `above` to the subdistrict’s administrator instead; of an office always above. An answer is due within 5 working days (standing: assumed). `anonymous`: whoever answers does not see the name.',
    body: FeedbackCreate,
    status: 201,
    answer: FeedbackView,
    writes: true,
    problems: ['session-required', 'invalid-input', 'id-exists'],
  }),
  listFeedback: endpoint({
    method: 'GET',
    path: '/api/v1/feedback',
    summary: '意见',
    description:
      'Newest first. `list=mine`: what the caller wrote, with the answers; `list=received`: what is for the caller to answer, with how many are open and late.',
    query: ListQuery.extend({ list: z.enum(['mine', 'received']).default('mine') }),
    status: 200,
    answer: listOf(FeedbackView).extend({ open: z.int(), late: z.int() }),
    problems: ['session-required', 'not-permitted', 'invalid-input'],
  }),
  answerFeedback: endpoint({
    method: 'PUT',
    path: '/api/v1/feedback/:id/answer',
    summary: '回答意见',
    description:
      'Writes the answer, or another in its place. For the head, or an administrator above; the author sees it in his own list.',
    params: z.strictObject({ id: Id }),
    body: z.strictObject({ text: textOf(4_000) }),
    status: 200,
    answer: FeedbackView,
    versioned: true,
    problems: [
      'session-required',
      'not-permitted',
      'not-found',
      'version-conflict',
      'version-required',
      'invalid-input',
    ],
  }),
} as const;
