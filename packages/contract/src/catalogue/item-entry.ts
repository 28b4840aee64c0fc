import { ITEM_KINDS, ROUTE_LABELS, type Route } from '@qzt/domain/catalogue';
import { SERVICE_LINES } from '@qzt/domain/org';
import { z } from 'zod';
import { Phone, textOf } from '../shared/index.ts';

const ROUTES = Object.keys(ROUTE_LABELS) as [Route, ...Route[]];
const LONGEST_DAYS = 365;
const MOST_COPIES = 20;

/** Lines of a list, none twice: two equal ones would be one thing told twice. */
const linesOf = (most: number, longest: number, least = 1) =>
  z
    .array(textOf(longest))
    .min(least, { message: '至少写一条' })
    .max(most, { message: `最多 ${most} 条` })
    .refine((lines) => new Set(lines).size === lines.length, {
      message: '有两条写得一样,请去掉一条',
    });

const ItemPlace = z.strictObject({
  name: textOf(60),
  address: textOf(100).optional(),
  phone: Phone.optional(),
});

/** The working text of an item, as the maintainer writes it: its standing is not his to say. */
const ItemText = z.strictObject({
  steps: linesOf(20, 200),
  script: linesOf(20, 200),
  forWhom: textOf(300),
  fee: textOf(300),
  places: z
    .array(ItemPlace)
    .min(1, { message: '至少写一个地方' })
    .max(10, { message: '最多 10 个地方' }),
  closing: textOf(300),
});

const fields = {
  name: textOf(40),
  kind: z.enum(ITEM_KINDS),
  serviceLine: z.enum(SERVICE_LINES),
  category: textOf(20).optional(),
  route: z.enum(ROUTES),
  limitWorkingDays: z.int().min(0).max(LONGEST_DAYS),
  materials: linesOf(30, 100, 0),
  copies: z.record(textOf(100), z.int().min(1).max(MOST_COPIES)).optional(),
  phrasings: linesOf(60, 40),
  source: z
    .url({ protocol: /^https?$/, message: '出处要写成网址,如 https://…' })
    .max(300)
    .optional(),
  checkFirst: z.boolean().optional(),
  handOver: z.boolean().optional(),
  urgent: z.boolean().optional(),
  confidential: z.boolean().optional(),
};

interface Counted {
  readonly materials: readonly string[];
  readonly copies?: Readonly<Record<string, number>> | undefined;
}
const countsWhatIsThere = ({ materials, copies }: Counted): boolean =>
  Object.keys(copies ?? {}).every((name) => materials.includes(name));
const notThere = { path: ['copies'], message: '份数写给了清单里没有的材料,请检查' };

/** Everything that a maintainer writes of an item. */
export const ItemEntry = z
  .strictObject({ ...fields, details: ItemText })
  .refine(countsWhatIsThere, notThere);
export type ItemEntry = z.output<typeof ItemEntry>;

/** An item as it lies in a file. What a file says of standing, version and confirmation is for the reader: it is not taken over. */
export const ItemInFile = z
  .strictObject({
    code: z.string().regex(/^[A-Z]{2,4}-\d{3}$/, { message: '事项编号像 BJM-023 这样' }),
    ...fields,
    details: ItemText.extend({ standing: z.string().max(40).optional() }),
    withdrawn: z.boolean().optional(),
    version: z.int().optional(),
    validFrom: z.string().max(10).optional(),
    standing: z.string().max(40).optional(),
    confirmed: z.unknown().optional(),
  })
  .refine(countsWhatIsThere, notThere);
export type ItemInFile = z.output<typeof ItemInFile>;
