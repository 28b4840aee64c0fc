import { z } from 'zod';

/** Query of every list: newest first, `cursor` from the answer before. */
export const ListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
});

/** Answer of every list. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** A person or organisation by reference and name. */
export const Named = z.object({ id: z.string(), name: z.string() });
