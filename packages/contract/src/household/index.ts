import { z } from 'zod';
import { endpoint, textOf } from '../shared/index.ts';

export const ResidentHit = z.object({
  id: z.string(),
  name: z.string(),
  door: z.string(),
  householdId: z.string(),
});
export type ResidentHit = z.infer<typeof ResidentHit>;

export const householdEndpoints = {
  searchResidents: endpoint({
    method: 'POST',
    path: '/api/v1/residents/search',
    summary: '找居民',
    description:
      'Finds residents of the caller’s committee by a part of the name, pinyin initials, telephone or door. A POST, so that no name stands in an address or a log; it writes nothing. The search is logged with its purpose.',
    body: z.strictObject({
      q: textOf(60),
      purpose: textOf(60),
      limit: z.int().min(1).max(50).default(20),
    }),
    status: 200,
    answer: z.object({ items: z.array(ResidentHit) }),
    problems: ['not-permitted', 'invalid-input'],
  }),
} as const;
