import { z } from 'zod';
import { endpoint, Id } from '../shared/index.ts';
import { EncounterView } from './encounter.ts';

const Score = z.int().min(1).max(10);

/** What a resident thought of a contact: `score` of at most `of`. */
export const Rating = z
  .strictObject({ score: Score, of: Score })
  .refine((rating) => rating.score <= rating.of, {
    path: ['score'],
    message: '评分不能超过满分',
  });
export type Rating = z.output<typeof Rating>;

export const ratingEndpoints = {
  rateEncounter: endpoint({
    method: 'POST',
    path: '/api/v1/encounters/:id/rating',
    summary: '居民评价一次接触',
    description:
      'Stores the resident’s own answer from the second screen, once: the same answer again is answered as it stands, another one is `transition-not-allowed`. For a contact from which no case came; a case is rated by its `rate` event.',
    params: z.strictObject({ id: Id }),
    body: Rating,
    status: 201,
    answer: EncounterView,
    writes: true,
    problems: ['not-permitted', 'not-found', 'transition-not-allowed', 'invalid-input'],
  }),
} as const;
