import { z } from 'zod';

/** Text that PostgreSQL and UTF-8 can hold: no NUL, no lone surrogates. */
const storable = (value: string): boolean => !value.includes('\u0000') && value.isWellFormed();

const notStorable = { message: '文字里有无法保存的字符,请删掉后重新输入' };

/** Trimmed, non-empty text of at most `max` characters. */
export const textOf = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { message: '请填写' })
    .max(max, { message: `太长了,请不超过 ${max} 个字` })
    .refine(storable, notStorable);

/** UUID of any version; ours are v7. Letters are lowered so that one id has one spelling. */
export const Id = z.guid({ message: '编号格式不对' }).toLowerCase();

/** Nothing that a committee records or promises lies outside these years. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const yearOf = (text: string): number => new Date(text).getUTCFullYear();

const EAST_MS = 8 * 3_600_000;

/** The one spelling in which instants travel: the clocks of Shanghai, to the second. */
const asTravels = (text: string): string =>
  `${new Date(Date.parse(text) + EAST_MS).toISOString().slice(0, 19)}+08:00`;

/** Instant, ISO 8601 with offset. Read, it is the same instant in the one spelling in which it travels back. */
export const Instant = z.iso
  .datetime({ offset: true, message: '时间要写成 2026-11-24T14:30:00+08:00 这样' })
  .refine((text) => yearOf(text) >= FIRST_YEAR && yearOf(text) <= LAST_YEAR, {
    message: '没有这个时间,请检查年份',
  })
  .transform(asTravels);

/** Calendar date `YYYY-MM-DD`. */
export const LocalDate = z.iso.date({ message: '日期要写成 2026-11-24 这样,并且真有这一天' });

/** Telephone number as people write it: digits, spaces, dashes, brackets, an optional leading plus. */
export const Phone = z
  .string()
  .trim()
  .regex(/^\+?[\d\s()-]{3,24}$/, { message: '电话号码只能是数字,请检查' });

/** Code of a catalogue item, such as BJM-023. */
export const ItemCode = z
  .string()
  .regex(/^[A-Z]{2,4}-\d{3}$/, { message: '事项编号像 BJM-023 这样' });

/** Row version, starting at 1. */
export const Version = z.int().min(1);
