import { CASE_KINDS, ENDINGS, STATUSES } from '@qzt/domain/reception';
import { z } from 'zod';
import {
  endpoint,
  Id,
  ItemCode,
  ListQuery,
  listOf,
  Named,
  Phone,
  textOf,
} from '../shared/index.ts';
import { DangerCode, EventCreate, Material } from './event.ts';

export const CaseCreate = z
  .strictObject({
    id: Id,
    encounterId: Id.optional(),
    needId: Id.optional(),
    kind: z.enum(CASE_KINDS),
    serviceItem: ItemCode.optional(),
    title: textOf(80),
    residentId: Id.optional(),
    urgent: z.boolean().optional(),
    confidential: z.boolean().optional(),
    /** What was said is danger: urgent, and confidential or to be told to the police where the list says so. */
    danger: DangerCode.optional(),
    /** A minor or a person without capacity may be hurt: the police must be told. */
    mandatoryReport: z.boolean().optional(),
    safePhone: Phone.optional(),
    materials: z.array(Material).max(40).optional(),
    settle: z.strictObject({ answer: textOf(2000) }).optional(),
  })
  .refine((c) => c.needId === undefined || c.encounterId !== undefined, {
    path: ['encounterId'],
    message: '指明了事由,也要指明是哪一次接触',
  });
export type CaseCreate = z.output<typeof CaseCreate>;

const EventView = z.object({
  seq: z.int(),
  id: z.string(),
  type: z.string(),
  at: z.string(),
  actor: z.object({ id: z.string(), name: z.string(), org: z.string() }),
  note: z.string().nullable(),
  data: z.record(z.string(), z.json()),
});

export const CaseView = z.object({
  id: z.string(),
  number: z.string(),
  committeeId: z.string(),
  kind: z.enum(CASE_KINDS),
  status: z.enum(STATUSES),
  ending: z.enum(ENDINGS).nullable(),
  serviceItem: z.object({ code: z.string(), version: z.int(), name: z.string() }).optional(),
  title: z.string(),
  firstAsked: Named,
  standIn: Named.optional(),
  handler: z.object({
    kind: z.enum(['worker', 'department', 'centre', 'provider', 'volunteer']),
    id: z.string().optional(),
    name: z.string(),
    org: z.string(),
  }),
  resident: Named.optional(),
  dueAt: z.string().nullable(),
  dueKind: z.enum(['accept', 'limit', 'resident']).nullable(),
  paused: z.object({ since: z.string(), why: z.string() }).optional(),
  /** Present while danger is open: since when, which of the list, and when somebody first called for help. */
  alarm: z
    .object({
      since: z.string(),
      danger: z.string().nullable(),
      calledAt: z.string().nullable(),
    })
    .optional(),
  /** Whom the worker first asked or the head let know of a confidential case. */
  shared: z.array(Named).optional(),
  /** Present while the resident has not been told of another office's answer: by when that is owed. */
  tellBy: z.string().optional(),
  journeys: z.int(),
  requirementNotice: z.object({
    materials: z.array(z.object({ name: z.string(), received: z.boolean(), copies: z.int() })),
    steps: z.array(z.string()),
    limitWorkingDays: z.int().nullable(),
    places: z.array(
      z.object({ name: z.string(), address: z.string().optional(), phone: z.string().optional() }),
    ),
    url: z.string(),
    standing: z.string(),
    /** Whether the limit may be told as a rule; false: a working default. */
    limitOfficial: z.boolean(),
  }),
  /** Where the resident follows it, for the committee's own people; none for a confidential case. Whole where the installation has a public address, else from `/track` on, under the address of the desk. */
  track: z.object({ url: z.string() }).optional(),
  flags: z.array(z.string()),
  allowedActions: z.array(z.string()),
  events: z.array(EventView),
  /** What the resident said, in his own words, as far as it was written down with the contact. */
  said: z.string().optional(),
  /** Who came or called, masked; `showCaller` gives the whole. */
  caller: z
    .object({
      name: z.string().optional(),
      phone: z.string().optional(),
      relation: z.string().optional(),
      onBehalfOf: z.string().optional(),
    })
    .optional(),
  version: z.int(),
});
export type CaseView = z.infer<typeof CaseView>;

/** A line of a list of cases: no events, no notice. */
export const CaseLine = CaseView.omit({
  events: true,
  requirementNotice: true,
  said: true,
  caller: true,
});
export type CaseLine = z.infer<typeof CaseLine>;

const commonProblems = ['not-permitted', 'not-found', 'invalid-input'] as const;

export const caseEndpoints = {
  createCase: endpoint({
    method: 'POST',
    path: '/api/v1/cases',
    summary: '登记一个办件',
    description:
      'Opens a case under the caller’s first-asked responsibility. With `settle` it is registered, accepted and answered in one go; with neither a resident nor a visitor’s telephone it closes at once.',
    body: CaseCreate,
    status: 201,
    answer: CaseView,
    writes: true,
    problems: [...commonProblems, 'id-exists'],
  }),
  readCase: endpoint({
    method: 'GET',
    path: '/api/v1/cases/:id',
    summary: '查看办件',
    description:
      'One case with its events and the complete requirement notice. Reading it is logged.',
    params: z.strictObject({ id: Id }),
    status: 200,
    answer: CaseView,
    problems: ['not-found'],
  }),
  listCases: endpoint({
    method: 'GET',
    path: '/api/v1/cases',
    summary: '办件列表',
    description:
      'Cases that the caller may see, newest first. `handler=me`: those that I (or my office) work on. `number`: the one with this number.',
    query: ListQuery.extend({
      status: z.enum([...STATUSES, 'open']).optional(),
      handler: z.union([z.literal('me'), Id]).optional(),
      firstAsked: z.union([z.literal('me'), Id]).optional(),
      number: z
        .string()
        .regex(/^\d{6}-\d{6}$/, { message: '办件号像 261124-012345 这样' })
        .optional(),
    }),
    status: 200,
    answer: listOf(CaseLine),
    problems: ['invalid-input'],
  }),
  showCaller: endpoint({
    method: 'POST',
    path: '/api/v1/cases/caller',
    summary: '显示来访人',
    description:
      'Whole name and telephone of whoever came or called about a case, to answer him. A POST, so that it stands in no address; it writes nothing but the log, with the purpose.',
    body: z.strictObject({ id: Id, purpose: textOf(60) }),
    status: 200,
    answer: z.object({
      name: z.string().nullable(),
      phone: z.string().nullable(),
      onBehalfOf: z.string().nullable(),
    }),
    problems: ['not-permitted', 'not-found', 'invalid-input'],
  }),
  addEvent: endpoint({
    method: 'POST',
    path: '/api/v1/cases/:id/events',
    summary: '办件的下一步',
    description:
      'Appends one event to a case after the table of transitions; `If-Match` carries the version that the person saw.',
    params: z.strictObject({ id: Id }),
    body: EventCreate,
    status: 201,
    answer: CaseView,
    writes: true,
    versioned: true,
    problems: [
      ...commonProblems,
      'version-conflict',
      'transition-not-allowed',
      'version-required',
      'id-exists',
    ],
  }),
} as const;
