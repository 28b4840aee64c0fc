import { CHANNELS, OUTCOMES } from '@qzt/domain/reception';
import { z } from 'zod';
import { CaseLine } from '../reception/index.ts';
import { endpoint, Id, textOf } from '../shared/index.ts';

const known = {
  /** Where it is known. */
  sex: z.enum(['f', 'm']).optional(),
  /** Whole years today, where the date of birth is known. */
  age: z.int().optional(),
};

export const ResidentHit = z.object({
  id: z.string(),
  name: z.string(),
  door: z.string(),
  householdId: z.string(),
  ...known,
});
export type ResidentHit = z.infer<typeof ResidentHit>;

/** What the desk needs of the person in front of it: whole name, who lives with him, what was and is under way. */
export const ResidentFile = ResidentHit.extend({
  /** Masked: 138****0001. */
  phone: z.string().optional(),
  relation: z.string(),
  members: z.array(z.object({ id: z.string(), name: z.string(), relation: z.string(), ...known })),
  /** The last contacts, newest first. */
  contacts: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      channel: z.enum(CHANNELS),
      words: z.string(),
      outcome: z.enum(OUTCOMES),
      caseId: z.string().optional(),
    }),
  ),
  /** Cases of this person, open ones first, then newest first. */
  cases: z.array(CaseLine),
});
export type ResidentFile = z.infer<typeof ResidentFile>;

export const householdEndpoints = {
  searchResidents: endpoint({
    method: 'POST',
    path: '/api/v1/residents/search',
    summary: '找居民',
    description:
      'Finds residents of the caller’s committee by a part of the name, pinyin or its initials, telephone or door. `more`: there are further ones beyond `limit`. A POST, so that no name stands in an address or a log; it writes nothing. The search is logged with its purpose.',
    body: z.strictObject({
      q: textOf(60),
      purpose: textOf(60),
      limit: z.int().min(1).max(50).default(20),
    }),
    status: 200,
    answer: z.object({ items: z.array(ResidentHit), more: z.boolean() }),
    problems: ['not-permitted', 'invalid-input'],
  }),
  openResident: endpoint({
    method: 'POST',
    path: '/api/v1/residents/open',
    summary: '打开居民',
    description:
      'One resident with the whole name, the members of the household (masked), the last contacts and the cases. A POST, so that it stands in no address; it writes nothing but the log, which holds who looked and for what purpose.',
    body: z.strictObject({ id: Id, purpose: textOf(60) }),
    status: 200,
    answer: ResidentFile,
    problems: ['not-permitted', 'not-found', 'invalid-input'],
  }),
  showPhone: endpoint({
    method: 'POST',
    path: '/api/v1/residents/phone',
    summary: '显示居民电话',
    description: 'The whole telephone number of one resident, to call. Logged with its purpose.',
    body: z.strictObject({ id: Id, purpose: textOf(60) }),
    status: 200,
    answer: z.object({ phone: z.string().nullable() }),
    problems: ['not-permitted', 'not-found', 'invalid-input'],
  }),
} as const;
