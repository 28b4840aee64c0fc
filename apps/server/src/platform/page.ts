import { z } from 'zod';
import { wrongField } from './refusal.ts';

/** Where a page of a newest-first list ends: the time and the id of its last record. */
export interface Position {
  readonly at: string;
  readonly id: string;
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

const Cursor = z.tuple([z.iso.datetime({ offset: true }), z.guid()]);

/** Reads a cursor that this server gave out. Errors: `invalid-input`. */
export function readCursor(cursor: string | undefined): Position | undefined {
  if (cursor === undefined) return undefined;
  const parsed = Cursor.safeParse(Buffer.from(cursor, 'base64url').toString('utf8').split('|'));
  if (!parsed.success) throw wrongField('cursor', '翻页标记不对,请从第一页重新看', 'unknown');
  const [at, id] = parsed.data;
  return { at, id };
}

/** A page of one more record than was asked for, which says whether there is a next one. */
export function pageOf<T>(
  found: readonly T[],
  limit: number,
  positionOf: (item: T) => Position,
): Page<T> {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  if (found.length <= limit || last === undefined) return { items, nextCursor: null };
  const { at, id } = positionOf(last);
  return { items, nextCursor: Buffer.from(`${at}|${id}`).toString('base64url') };
}
