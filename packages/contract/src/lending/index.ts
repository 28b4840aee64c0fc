import { LOAN_STATES } from '@qzt/domain/lending';
import { z } from 'zod';
import {
  endpoint,
  Id,
  ListQuery,
  LocalDate,
  listOf,
  Named,
  Phone,
  textOf,
} from '../shared/index.ts';

const StepType = z.enum(['lend', 'return', 'extend', 'writeOff']);
const Count = z.int().min(1, { message: '至少一件' }).max(99, { message: '一次最多 99 件' });

/** A thing of the presets by its code, or any other by its name. */
const ThingAsked = z.union([
  z.strictObject({ code: textOf(40) }),
  z.strictObject({ name: textOf(40) }),
]);

/**
 * One thing lent. Nothing but what and how many is asked: a name or telephone helps, a deposit is in no field because it
 * is never compulsory. `encounterId`: the contact in which it was asked for; left out, the contact is recorded with it.
 */
export const LoanCreate = z.strictObject({
  id: Id,
  encounterId: Id.optional(),
  thing: ThingAsked,
  count: Count.default(1),
  residentId: Id.optional(),
  borrower: z.strictObject({ name: textOf(60).optional(), phone: Phone.optional() }).optional(),
  until: LocalDate.optional(),
  note: textOf(500).optional(),
});
export type LoanCreate = z.output<typeof LoanCreate>;

const head = { id: Id };
export const LoanStepCreate = z.discriminatedUnion('type', [
  z.strictObject({
    ...head,
    type: z.literal('return'),
    count: Count.optional(),
    returnedBy: textOf(60).optional(),
    note: textOf(500).optional(),
  }),
  z.strictObject({ ...head, type: z.literal('extend'), until: LocalDate }),
  z.strictObject({ ...head, type: z.literal('writeOff'), note: textOf(500) }),
]);
export type LoanStepCreate = z.output<typeof LoanStepCreate>;

/** A loan in a list. Name and telephone are masked; `late`: its time has passed and something is still out. */
export const LoanLine = z.object({
  id: z.string(),
  thing: z.object({ code: z.string().nullable(), name: z.string() }),
  count: z.int(),
  returned: z.int(),
  state: z.enum(LOAN_STATES),
  borrower: z.object({
    name: z.string().nullable(),
    phone: z.string().nullable(),
    door: z.string().nullable(),
    residentId: z.string().nullable(),
  }),
  lentBy: Named,
  lentAt: z.string(),
  dueAt: z.string(),
  closedAt: z.string().nullable(),
  late: z.boolean(),
  version: z.int(),
});
export type LoanLine = z.infer<typeof LoanLine>;

/** One loan in full, with what happened to it; name and telephone as they were said. */
export const LoanView = LoanLine.extend({
  encounterId: z.string(),
  note: z.string().nullable(),
  steps: z.array(
    z.object({
      id: z.string(),
      type: StepType,
      at: z.string(),
      by: Named,
      count: z.int().nullable(),
      until: z.string().nullable(),
      returnedBy: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
});
export type LoanView = z.infer<typeof LoanView>;

export const Thing = z.object({
  code: z.string(),
  name: z.string(),
  alsoCalled: z.array(z.string()),
  workingDays: z.int(),
  standing: z.string(),
});
export type Thing = z.infer<typeof Thing>;

const problems = ['not-permitted', 'not-found', 'invalid-input'] as const;

export const lendingEndpoints = {
  listThings: endpoint({
    method: 'GET',
    path: '/api/v1/lendable-things',
    summary: '常借的东西',
    description:
      'The presets: what is usually lent and for how many working days. `standing` is `composed`: none is a rule.',
    status: 200,
    answer: z.object({ items: z.array(Thing) }),
    problems: ['session-required'],
  }),
  lend: endpoint({
    method: 'POST',
    path: '/api/v1/loans',
    summary: '借出一样东西',
    description:
      'Records a thing lent: what, how many, to whom, until when. Without `until` it is due when the working days of the preset end. Without `encounterId` the contact is recorded with it.',
    body: LoanCreate,
    status: 201,
    answer: LoanView,
    writes: true,
    problems: [...problems, 'id-exists'],
  }),
  listLoans: endpoint({
    method: 'GET',
    path: '/api/v1/loans',
    summary: '借还',
    description:
      'Things lent by the caller’s committee: what is out, first due first, or all, newest first. `total` and `late` count the whole list and not the page.',
    query: ListQuery.extend({ state: z.enum(['out', 'all']).default('out') }),
    status: 200,
    answer: listOf(LoanLine).extend({ total: z.int(), late: z.int() }),
    problems: ['not-permitted', 'invalid-input'],
  }),
  readLoan: endpoint({
    method: 'GET',
    path: '/api/v1/loans/:id',
    summary: '查看一次借出',
    description: 'One loan with the borrower’s full name and telephone. Reading it is logged.',
    params: z.strictObject({ id: Id }),
    status: 200,
    answer: LoanView,
    problems: ['not-permitted', 'not-found'],
  }),
  takeLoanStep: endpoint({
    method: 'POST',
    path: '/api/v1/loans/:id/steps',
    summary: '还、续借、不再追',
    description:
      'Some or all of it came back (`count` left out: all that is out), the time is moved, or nobody waits for it any more and says why. `If-Match` carries the version that the person saw.',
    params: z.strictObject({ id: Id }),
    body: LoanStepCreate,
    status: 201,
    answer: LoanView,
    writes: true,
    versioned: true,
    problems: [
      ...problems,
      'version-conflict',
      'version-required',
      'transition-not-allowed',
      'id-exists',
    ],
  }),
} as const;
