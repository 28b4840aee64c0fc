import { z } from 'zod';
import { endpoint } from '../shared/index.ts';

/** What words speak of, told beside the items that fit them. `sure` false: no sign was said, but it sounds like danger. */
export const DangerHit = z.object({ code: z.string(), name: z.string(), sure: z.boolean() });
export type DangerHit = z.infer<typeof DangerHit>;

/** A number to call. `unverified`: nobody of this installation has confirmed it; the screen says so. */
export const DangerNumber = z.object({
  code: z.string(),
  name: z.string(),
  number: z.string(),
  standing: z.string(),
});
export type DangerNumber = z.infer<typeof DangerNumber>;

/** A situation in which somebody may be hurt now, with what the desk does. All texts are composed, and say so. */
export const DangerView = z.object({
  code: z.string(),
  name: z.string(),
  standing: z.string(),
  ask: z.array(z.string()),
  firstMinute: z.array(z.string()),
  /** In the order in which to call. */
  calls: z.array(DangerNumber),
  mustNot: z.array(z.string()),
  tell: z.array(z.enum(['head', 'policeOfficer'])),
  /** Whether the police must be told: always, or where a minor or a person without capacity may be hurt. */
  report: z.enum(['none', 'always', 'if-minor-or-incapable']),
  confidential: z.boolean(),
});
export type DangerView = z.infer<typeof DangerView>;

const Strings = z.array(z.string());

/** What the desk needs to recognise danger by itself, while the server is far or gone. */
const Recognition = z.object({
  dangers: z.array(z.object({ code: z.string(), signs: Strings, past: z.boolean() })),
  harmless: z.object({
    phrases: Strings,
    purposes: Strings,
    subjects: Strings,
    past: Strings,
    negations: Strings,
    now: Strings,
  }),
  leanings: z.object({ bias: z.number(), grams: z.record(z.string(), z.number()) }),
});

export const dangerEndpoints = {
  listDangers: endpoint({
    method: 'GET',
    path: '/api/v1/dangers',
    summary: '急事卡',
    description:
      'All situations of danger with what to ask, to do, whom to call, and how they are recognised, so that a desk can go on without the server. Public: it tells of nobody.',
    status: 200,
    answer: z.object({
      dangers: z.array(DangerView),
      numbers: z.array(DangerNumber),
      recognition: Recognition,
    }),
    open: true,
    problems: ['slow-down'],
  }),
} as const;
