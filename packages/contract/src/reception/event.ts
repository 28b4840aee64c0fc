import { CLOSE_REASONS, HOWS } from '@qzt/domain/reception';
import { z } from 'zod';
import { Id, Instant, Phone, textOf } from '../shared/index.ts';

export const Material = z.strictObject({ name: textOf(100), copies: z.int().min(0).max(99) });

const How = z.enum(HOWS);
/** Code of a situation of danger, such as `gas`. */
export const DangerCode = z
  .string()
  .max(40)
  .regex(/^[a-z]+(-[a-z]+)*$/, { message: '请从急事卡里选' });
const none = z.strictObject({}).optional();
const Target = z.strictObject({ kind: z.enum(['department', 'centre']), id: Id });
const Office = z.strictObject({ office: textOf(100), phone: Phone.optional() });
const Provider = z
  .strictObject({
    kind: z.enum(['provider', 'volunteer']).optional(),
    id: Id.optional(),
    name: textOf(60).optional(),
    phone: Phone,
  })
  .refine((p) => p.id !== undefined || p.name !== undefined, {
    path: ['name'],
    message: '请写明派给谁',
  });

/** The `data` of each event type that may be posted; `register` is made by POST /cases alone. */
export const EVENT_DATA = {
  accept: none,
  'ask-materials': z.strictObject({
    materials: z.array(Material).min(1, { message: '请写明还缺什么材料' }).max(40),
    why: textOf(500).optional(),
  }),
  'receive-materials': z.strictObject({ materials: z.array(Material).min(1).max(40) }),
  refer: z.strictObject({ to: Target }),
  dispatch: z.strictObject({ provider: Provider, at: Instant.optional() }),
  'take-back': none,
  answer: z.strictObject({ answer: textOf(2000) }),
  confirm: z.strictObject({ how: How.optional() }).optional(),
  contest: z.strictObject({ how: How.optional() }).optional(),
  refuse: z.strictObject({ reason: textOf(500), instead: Office }),
  transfer: z.strictObject({
    to: z.union([
      Target,
      z.strictObject({
        kind: z.literal('office').optional(),
        office: textOf(100),
        phone: Phone.optional(),
      }),
    ]),
  }),
  withdraw: none,
  close: z
    .strictObject({
      tries: z.int().min(0).max(99).optional(),
      reason: z.enum(CLOSE_REASONS).optional(),
    })
    .optional(),
  duplicate: z.strictObject({ of: Id }),
  reopen: z.strictObject({ how: How.optional() }).optional(),
  extend: z.strictObject({
    until: z.union([Instant, z.iso.date()]),
    reason: textOf(500),
    approvedBy: textOf(60),
  }),
  assign: z.strictObject({
    firstAsked: Id.optional(),
    handler: Id.optional(),
    reason: textOf(500),
  }),
  note: none,
  rate: z
    .strictObject({ score: z.int().min(1).max(10), of: z.int().min(1).max(10) })
    .refine((r) => r.score <= r.of, { path: ['score'], message: '评分不能超过满分' }),
  /** Ours: the telephone of whoever can be told, added later; shown masked afterwards. */
  contact: z.strictObject({ phone: Phone, name: textOf(60).optional() }),
  /** Ours: that the resident was told of another office's answer, and how. */
  tell: z.strictObject({ how: How }),
  /** Ours: that the police were told, or why not, where the law demands it (Anti-Domestic Violence Law, art. 14). */
  report: z.strictObject({
    reported: z.boolean(),
    to: textOf(60).optional(),
    number: Phone.optional(),
    at: Instant.optional(),
    reason: textOf(500).optional(),
  }),
  /** Ours: whom somebody called about it (a role of the telephone book), and by which number. */
  call: z.strictObject({
    whom: z.string().regex(/^[a-z][A-Za-z]{1,29}$/, { message: '请从名单里选打给谁' }),
    name: textOf(60).optional(),
    number: Phone.optional(),
  }),
  /** Ours: danger may be behind it (`danger`: a code of the list), and that there is none after all. */
  alarm: z.strictObject({ danger: DangerCode.optional() }).optional(),
  'all-clear': none,
  /** Ours: that the police must be told of it before it closes. */
  'must-report': none,
  /** Ours: a colleague who may know of a confidential case, and no longer. */
  share: z.strictObject({ staff: Id }),
  unshare: z.strictObject({ staff: Id }),
} as const satisfies Record<string, z.ZodType>;

export type PostableType = keyof typeof EVENT_DATA;

const head = { id: Id, note: textOf(2000).optional() };
type Variant<K extends PostableType> = z.ZodObject<
  typeof head & { type: z.ZodLiteral<K>; data: (typeof EVENT_DATA)[K] },
  z.core.$strict
>;
const variant = <K extends PostableType>(type: K): Variant<K> =>
  z.strictObject({ ...head, type: z.literal(type), data: EVENT_DATA[type] });

/** POST /cases/:id/events: one step of a case. */
export const EventCreate = z.discriminatedUnion('type', [
  variant('accept'),
  variant('ask-materials'),
  variant('receive-materials'),
  variant('refer'),
  variant('dispatch'),
  variant('take-back'),
  variant('answer'),
  variant('confirm'),
  variant('contest'),
  variant('refuse'),
  variant('transfer'),
  variant('withdraw'),
  variant('close'),
  variant('duplicate'),
  variant('reopen'),
  variant('extend'),
  variant('assign'),
  variant('note'),
  variant('rate'),
  variant('contact'),
  variant('tell'),
  variant('call'),
  variant('alarm'),
  variant('all-clear'),
  variant('must-report'),
  variant('report'),
  variant('share'),
  variant('unshare'),
]);
export type EventCreate = z.output<typeof EventCreate>;
