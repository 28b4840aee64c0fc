import { LINE_STATUSES, REGISTERS, TRIPS } from '@qzt/domain/ledger';
import { LOAN_STATES } from '@qzt/domain/lending';
import { CHANNELS, ENDINGS, OUTCOMES, STATUSES } from '@qzt/domain/reception';
import { z } from 'zod';
import { endpoint, Id, ItemCode, ListQuery, LocalDate, Named, textOf } from '../shared/index.ts';

/** What stands for matters that are on no list, where a filter asks for them. */
export const OTHER_ITEM = 'other';

const period = {
  /** First day, in Shanghai. */
  from: LocalDate,
  /** First day that does not belong to it any more. */
  to: LocalDate,
};

const filter = {
  channel: z.enum(CHANNELS).optional(),
  item: z.union([ItemCode, z.literal(OTHER_ITEM)]).optional(),
  status: z.enum(LINE_STATUSES).optional(),
  trips: z.enum(TRIPS).optional(),
  /** Of an administrator: one of the committees. Without it all that are in reach. */
  committee: Id.optional(),
};

const notAfter = { path: ['to'], message: '结束日期要晚于开始日期' };
const inOrder = (asked: { readonly from: string; readonly to: string }): boolean =>
  asked.from < asked.to;

export const RegisterLine = z.object({
  id: z.string(),
  number: z.string(),
  committee: Named,
  at: z.string(),
  enteredLate: z.boolean(),
  confidential: z.boolean(),
  channel: z.enum(CHANNELS).nullable(),
  who: z.string().nullable(),
  onBehalfOf: z.string().nullable(),
  phone: z.string().nullable(),
  door: z.string().nullable(),
  words: z.string().nullable(),
  item: z.object({ code: z.string(), name: z.string() }).nullable(),
  materials: z.array(z.object({ name: z.string(), copies: z.int() })),
  firstAsked: Named.nullable(),
  handler: z.object({ name: z.string().nullable(), org: z.string() }).nullable(),
  promisedBy: z.string().nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  status: z.enum(STATUSES).nullable(),
  ending: z.enum(ENDINGS).nullable(),
  late: z.boolean(),
  closedAt: z.string().nullable(),
  rating: z.object({ score: z.int(), of: z.int() }).nullable(),
  journeys: z.int().nullable(),
  caseId: z.string().nullable(),
  urgentSince: z.string().nullable(),
  firstCallAt: z.string().nullable(),
  firstStepAt: z.string().nullable(),
  certificates: z.array(z.string()),
  loan: z
    .object({
      thing: z.string(),
      count: z.int(),
      returned: z.int(),
      state: z.enum(LOAN_STATES),
    })
    .nullable(),
});

/** Counted over everything that the filter finds, not over the page. */
const RegisterTotals = z.object({
  lines: z.int(),
  cases: z.int(),
  open: z.int(),
  late: z.int(),
  done: z.int(),
});
export type RegisterTotals = z.infer<typeof RegisterTotals>;

const RegisterPage = z.object({
  items: z.array(RegisterLine),
  nextCursor: z.string().nullable(),
  totals: RegisterTotals,
  /** Whether persons are shown (masked), or service facts only. */
  persons: z.boolean(),
});
export type RegisterPage = z.infer<typeof RegisterPage>;

const TripCounts = z.object({
  none: z.int(),
  one: z.int(),
  more: z.int(),
  matters: z.int(),
  share: z.number().nullable(),
  enough: z.boolean(),
});

const TripsView = z.object({
  all: TripCounts,
  items: z.array(
    z.object({
      item: z.object({ code: z.string(), name: z.string() }).nullable(),
      trips: TripCounts,
    }),
  ),
  /** Cases of the period that are not settled yet, and so not counted. */
  unsettled: z.int(),
});
export type TripsView = z.infer<typeof TripsView>;

/** The filter of a register as a screen keeps it. */
export interface RegisterFilter {
  readonly from: string;
  readonly to: string;
  readonly channel?: (typeof CHANNELS)[number] | undefined;
  readonly item?: string | undefined;
  readonly status?: (typeof LINE_STATUSES)[number] | undefined;
  readonly trips?: (typeof TRIPS)[number] | undefined;
  readonly committee?: string | undefined;
}

const HOW_TAKEN =
  'A POST, because the purpose is written by a person and belongs in no address; it writes nothing but the log, which holds who took how many lines away and for what purpose. `full`: names and telephones unmasked, each person logged; needs the permission to see them. `confidential`: with the confidential cases that the caller may see; without it they are left out, because a file goes from hand to hand.';

const takenAway = {
  method: 'POST',
  params: z.strictObject({ register: z.enum(REGISTERS) }),
  body: z
    .strictObject({
      ...period,
      ...filter,
      purpose: textOf(100),
      full: z.boolean().optional(),
      confidential: z.boolean().optional(),
    })
    .refine(inOrder, notAfter),
  status: 200,
  problems: ['not-permitted', 'not-found', 'invalid-input', 'slow-down', 'not-ready'],
} as const;

export const ledgerEndpoints = {
  readRegister: endpoint({
    method: 'GET',
    path: '/api/v1/registers/:register',
    summary: '查看登记簿',
    description:
      'A register of a period (whole days of Shanghai, half-open), newest first: a view over contacts, cases and events. `totals` are true for the whole period. Names and telephones are masked; the lending register (`loan`) knows `status` and `committee` alone of the filters, its others are `invalid-input`; an administrator above the committee gets service facts without persons. Confidential cases are neither listed nor counted but for those named in them. Reading it is logged.',
    params: z.strictObject({ register: z.enum(REGISTERS) }),
    query: ListQuery.extend({ ...period, ...filter }).refine(inOrder, notAfter),
    status: 200,
    answer: RegisterPage,
    problems: ['not-permitted', 'not-found', 'invalid-input'],
  }),
  readTrips: endpoint({
    method: 'GET',
    path: '/api/v1/registers/trips',
    summary: '一趟头',
    description:
      'How often residents had to come for the matters that were brought in a period and are settled: by item, never by person. `share`: settled within one trip, 0–1; `enough` is false below 30 matters.',
    query: z
      .strictObject({ ...period, channel: filter.channel, committee: filter.committee })
      .refine(inOrder, notAfter),
    status: 200,
    answer: TripsView,
    problems: ['not-permitted', 'not-found', 'invalid-input'],
  }),
  exportRegister: endpoint({
    ...takenAway,
    path: '/api/v1/registers/:register/export.xlsx',
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    summary: '导出登记簿(Excel)',
    description: `The whole register of a period as a spreadsheet, at most 10,000 lines; dates are dates and words never formulas. ${HOW_TAKEN}`,
  }),
  printRegister: endpoint({
    ...takenAway,
    path: '/api/v1/registers/:register/export.pdf',
    media: 'application/pdf',
    summary: '打印登记簿(PDF)',
    description: `The whole register of a period to print, A4 across, at most 1,000 lines. ${HOW_TAKEN}`,
  }),
} as const;
