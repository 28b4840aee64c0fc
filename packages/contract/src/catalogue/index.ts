import { BASIS_KINDS } from '@qzt/domain/catalogue';
import { z } from 'zod';
import { DangerHit } from '../danger/index.ts';
import { endpoint, ItemCode } from '../shared/index.ts';
import { ChangedLately } from './changes.ts';
import { exchangeEndpoints } from './exchange.ts';
import { maintainEndpoints } from './maintain.ts';

export * from './changes.ts';
export * from './exchange.ts';
export * from './item-entry.ts';
export * from './maintain.ts';

export const ItemHit = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['contactless', 'doorstep']),
  serviceLine: z.string(),
  route: z.string(),
  limitWorkingDays: z.int(),
  standing: z.string(),
  /** Whether the limit may be told as a rule; false: a working default. */
  limitOfficial: z.boolean(),
  urgent: z.boolean().optional(),
  score: z.number(),
});
export type ItemHit = z.infer<typeof ItemHit>;

/** The whole item as the desk needs it. `limitOfficial` false: a working default, never shown as a rule of Shanghai. */
export const ItemView = ItemHit.omit({ score: true }).extend({
  category: z.string().optional(),
  materials: z.array(z.string()),
  /** How many copies are wanted of a material, where that is more than one. */
  copies: z.record(z.string(), z.int()).optional(),
  phrasings: z.array(z.string()),
  checkFirst: z.boolean(),
  handOver: z.boolean(),
  confidential: z.boolean(),
  source: z.string().optional(),
  version: z.int(),
  validFrom: z.string(),
  standingLabel: z.string(),
  confirmed: z
    .object({
      by: z.string(),
      at: z.string(),
      basis: z.string(),
      kind: z.enum(BASIS_KINDS).optional(),
    })
    .optional(),
  details: z
    .object({
      steps: z.array(z.string()),
      script: z.array(z.string()),
      forWhom: z.string(),
      fee: z.string(),
      closing: z.string(),
      places: z.array(
        z.object({
          name: z.string(),
          address: z.string().optional(),
          phone: z.string().optional(),
        }),
      ),
      standing: z.string(),
    })
    .optional(),
  /** What was changed in the last 30 days, for workers who know the item by heart. */
  changed: ChangedLately.optional(),
});
export type ItemView = z.infer<typeof ItemView>;

export const catalogueEndpoints = {
  findItems: endpoint({
    method: 'GET',
    path: '/api/v1/service-items',
    summary: '按说的话找事项',
    description:
      'The items that fit a resident’s own words, best first. `confident: false` when nothing fits well. `danger`: the words speak of danger, which comes before every item. The words are never logged.',
    query: z.strictObject({
      q: z.string().trim().min(1, { message: '请输入要办的事' }).max(400),
      limit: z.coerce.number().int().min(1).max(20).default(3),
    }),
    status: 200,
    answer: z.object({
      items: z.array(ItemHit),
      confident: z.boolean(),
      danger: DangerHit.optional(),
    }),
    open: true,
    problems: ['invalid-input', 'slow-down', 'not-ready'],
  }),
  readItem: endpoint({
    method: 'GET',
    path: '/api/v1/service-items/:code',
    summary: '事项全文',
    description: 'The whole item in its version of today, with its standing.',
    params: z.strictObject({ code: ItemCode }),
    status: 200,
    answer: ItemView,
    open: true,
    problems: ['not-found'],
  }),
  ...maintainEndpoints,
  ...exchangeEndpoints,
} as const;
