import { BASIS_KINDS, COVERS, GAPS, ITEM_KINDS } from '@qzt/domain/catalogue';
import { z } from 'zod';
import { endpoint, ItemCode, LocalDate, textOf } from '../shared/index.ts';
import { ItemEntry } from './item-entry.ts';

const Confirmed = z.object({
  by: z.string(),
  on: z.string(),
  basis: z.string(),
  kind: z.enum(BASIS_KINDS).optional(),
});

/** An item in the list of the maintainer: its newest version, whether or not that holds today. */
export const ItemLine = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(ITEM_KINDS),
  serviceLine: z.string(),
  category: z.string().optional(),
  route: z.string(),
  limitWorkingDays: z.int(),
  phrasings: z.array(z.string()),
  standing: z.string(),
  standingLabel: z.string(),
  limitOfficial: z.boolean(),
  confirmed: Confirmed.optional(),
  version: z.int(),
  /** `planned`: the newest version has its first day still before it. */
  state: z.enum(['in-force', 'planned', 'withdrawn']),
  from: z.string(),
  /** Since when an item that is offered says something new; only in the first 30 days. */
  changedSince: z.string().optional(),
  gaps: z.array(z.enum(GAPS)),
});
export type ItemLine = z.infer<typeof ItemLine>;

/** What a version says, as it is stored: looser than what may be written today. */
const ItemShown = z.object({
  name: z.string(),
  kind: z.enum(ITEM_KINDS),
  serviceLine: z.string(),
  category: z.string().optional(),
  route: z.string(),
  limitWorkingDays: z.int(),
  materials: z.array(z.string()),
  copies: z.record(z.string(), z.int()).optional(),
  phrasings: z.array(z.string()),
  source: z.string().optional(),
  checkFirst: z.boolean().optional(),
  handOver: z.boolean().optional(),
  urgent: z.boolean().optional(),
  confidential: z.boolean().optional(),
  details: z
    .object({
      steps: z.array(z.string()),
      script: z.array(z.string()),
      forWhom: z.string(),
      fee: z.string(),
      places: z.array(
        z.object({
          name: z.string(),
          address: z.string().optional(),
          phone: z.string().optional(),
        }),
      ),
      closing: z.string(),
    })
    .optional(),
});
export type ItemShown = z.infer<typeof ItemShown>;

/** One version of an item, with who made it, when and why. `until` null: nothing takes its place so far. */
export const ItemVersionView = z.object({
  version: z.int(),
  from: z.string(),
  until: z.string().nullable(),
  /** False for one that another took the place of before its first day. */
  everHeld: z.boolean(),
  act: z.enum(['ship', 'edit', 'confirm', 'withdraw', 'restore', 'import']),
  reason: z.string().nullable(),
  whyPast: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string(),
  withdrawn: z.boolean(),
  standing: z.string(),
  standingLabel: z.string(),
  limitOfficial: z.boolean(),
  textStanding: z.string().nullable(),
  textStandingLabel: z.string().nullable(),
  confirmed: Confirmed.optional(),
  gaps: z.array(z.enum(GAPS)),
  entry: ItemShown,
});
export type ItemVersionView = z.infer<typeof ItemVersionView>;

/** An item with all its versions, the newest first. `holds`: the number of the version of today, null where none is. */
export const MaintainedItem = z.object({
  code: z.string(),
  version: z.int(),
  holds: z.int().nullable(),
  versions: z.array(ItemVersionView),
});
export type MaintainedItem = z.infer<typeof MaintainedItem>;

const begins = {
  /** First day of the version; in the past only with `whyPast`. */
  from: LocalDate,
  whyPast: textOf(200).optional(),
};

export const ItemEdit = z.strictObject({ entry: ItemEntry, ...begins, reason: textOf(300) });
export const ItemConfirm = z.strictObject({
  basisKind: z.enum(BASIS_KINDS),
  basis: textOf(200),
  confirmedOn: LocalDate,
  covers: z.array(z.enum(COVERS)).min(1, { message: '请勾选核实了哪些' }),
});
export const ItemWithdraw = z.strictObject({ ...begins, reason: textOf(300) });

const writes = {
  params: z.strictObject({ code: ItemCode }),
  status: 201,
  answer: MaintainedItem,
  writes: true,
  versioned: true,
  problems: ['not-permitted', 'not-found', 'version-conflict', 'version-required', 'invalid-input'],
} as const;

export const maintainEndpoints = {
  listCatalogue: endpoint({
    method: 'GET',
    path: '/api/v1/catalogue/items',
    summary: '事项目录',
    description:
      'Every item in its newest version, withdrawn ones included, with its standing and what is missing or unconfirmed. Not a list by pages: a catalogue has some hundred items.',
    status: 200,
    answer: z.object({ items: z.array(ItemLine) }),
    problems: ['session-required', 'not-permitted'],
  }),
  readMaintained: endpoint({
    method: 'GET',
    path: '/api/v1/catalogue/items/:code',
    summary: '一个事项的全部版本',
    description:
      'An item with every version of it: who made it, when, why, and when it holds. Two of them are compared where they are shown.',
    params: z.strictObject({ code: ItemCode }),
    status: 200,
    answer: MaintainedItem,
    problems: ['session-required', 'not-permitted', 'not-found'],
  }),
  editItem: endpoint({
    ...writes,
    method: 'POST',
    path: '/api/v1/catalogue/items/:code/versions',
    summary: '改一个事项,存成新的一版',
    description:
      'Stores the next version of an item with its first day. `If-Match` carries the newest version that the person saw. What was rewritten loses its confirmation: the rule falls back to how the item was known, the text to `composed`. 422 where it says what stands there already.',
    body: ItemEdit,
  }),
  confirmItem: endpoint({
    ...writes,
    method: 'POST',
    path: '/api/v1/catalogue/items/:code/confirm',
    summary: '核实一个事项',
    description:
      'Stores that somebody looked an item up: on what basis, on which day, for the rule, the working text, or both. The standing becomes what the basis gives: a text of an authority makes a rule, an office’s word vouches for what the lists name, a report vouches for nothing. Residents read basis and day: no names of persons.',
    body: ItemConfirm,
  }),
  withdrawItem: endpoint({
    ...writes,
    method: 'POST',
    path: '/api/v1/catalogue/items/:code/withdraw',
    summary: '停办一个事项',
    description:
      'From the first day on, no new matter is opened under the item. Open cases keep the version that they have.',
    body: ItemWithdraw,
  }),
  restoreItem: endpoint({
    ...writes,
    method: 'POST',
    path: '/api/v1/catalogue/items/:code/restore',
    summary: '恢复一个停办的事项',
    description: 'Brings a withdrawn item back, in the words in which it was withdrawn.',
    body: ItemWithdraw,
  }),
} as const;
