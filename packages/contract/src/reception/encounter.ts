import { CHANNELS, OUTCOMES } from '@qzt/domain/reception';
import { z } from 'zod';
import {
  endpoint,
  Id,
  Instant,
  ItemCode,
  ListQuery,
  listOf,
  Named,
  Phone,
  textOf,
} from '../shared/index.ts';

const Need = z.strictObject({
  id: Id,
  words: textOf(2000),
  serviceItem: ItemCode.optional(),
  outcome: z.enum(OUTCOMES),
  place: textOf(200).optional(),
  caseId: Id.optional(),
});

const Visitor = z.strictObject({
  name: textOf(60).optional(),
  phone: Phone.optional(),
  relation: textOf(40).optional(),
  onBehalfOf: textOf(60).optional(),
});

/** One contact between a worker and residents. One line is enough. */
export const EncounterCreate = z
  .strictObject({
    id: Id,
    channel: z.enum(CHANNELS),
    startedAt: Instant,
    endedAt: Instant.optional(),
    enteredLate: z.boolean().optional(),
    residentId: Id.optional(),
    householdId: Id.optional(),
    visitor: Visitor.optional(),
    journey: z.int().min(0).max(99).optional(),
    needs: z.array(Need).min(1, { message: '请至少写一件事' }).max(20),
    visit: z.record(z.string(), z.json()).optional(),
    activity: z.record(z.string(), z.json()).optional(),
    rating: z
      .strictObject({ score: z.int().min(1).max(10), of: z.int().min(1).max(10) })
      .optional(),
  })
  .refine((e) => e.endedAt === undefined || Date.parse(e.endedAt) >= Date.parse(e.startedAt), {
    path: ['endedAt'],
    message: '结束时间早于开始时间',
  })
  .refine((e) => e.rating === undefined || e.rating.score <= e.rating.of, {
    path: ['rating', 'score'],
    message: '评分不能超过满分',
  })
  .refine((e) => new Set(e.needs.map((n) => n.id)).size === e.needs.length, {
    path: ['needs'],
    message: '两件事用了同一个编号',
  });
export type EncounterCreate = z.output<typeof EncounterCreate>;

export const EncounterView = z.object({
  id: z.string(),
  committeeId: z.string(),
  owner: Named,
  channel: z.enum(CHANNELS),
  startedAt: z.string(),
  endedAt: z.string().optional(),
  enteredLate: z.boolean().optional(),
  residentId: z.string().optional(),
  householdId: z.string().optional(),
  visitor: z
    .object({
      name: z.string().optional(),
      phone: z.string().optional(),
      relation: z.string().optional(),
      onBehalfOf: z.string().optional(),
    })
    .optional(),
  journey: z.int().optional(),
  needs: z.array(
    z.object({
      id: z.string(),
      words: z.string(),
      serviceItem: z.string().optional(),
      outcome: z.enum(OUTCOMES),
      place: z.string().optional(),
      caseId: z.string().optional(),
    }),
  ),
  visit: z.record(z.string(), z.json()).optional(),
  activity: z.record(z.string(), z.json()).optional(),
  rating: z.object({ score: z.int(), of: z.int() }).optional(),
  missing: z.array(z.string()),
  version: z.int(),
});
export type EncounterView = z.infer<typeof EncounterView>;

export const encounterEndpoints = {
  createEncounter: endpoint({
    method: 'POST',
    path: '/api/v1/encounters',
    summary: '登记一次接触',
    description:
      'Records one contact, whatever the channel; the caller becomes its owner. `missing` names what a full record would still have; nothing is refused for it.',
    body: EncounterCreate,
    status: 201,
    answer: EncounterView,
    writes: true,
    problems: ['not-permitted', 'not-found', 'id-exists', 'invalid-input'],
  }),
  readEncounter: endpoint({
    method: 'GET',
    path: '/api/v1/encounters/:id',
    summary: '查看一次接触',
    description: 'One contact with its needs. Reading it is logged.',
    params: z.strictObject({ id: Id }),
    status: 200,
    answer: EncounterView,
    problems: ['not-found'],
  }),
  listEncounters: endpoint({
    method: 'GET',
    path: '/api/v1/encounters',
    summary: '最近的接触',
    description: 'The contacts of the caller’s committee, newest first.',
    query: ListQuery,
    status: 200,
    answer: listOf(EncounterView),
    problems: ['not-permitted', 'invalid-input'],
  }),
} as const;
