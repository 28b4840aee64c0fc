import { z } from 'zod';

const LineChange = z.object({
  text: z.string(),
  change: z.enum(['added', 'removed', 'kept', 'moved']),
});

/** A part of an item that two versions say differently, line by line on both sides. */
export const PartChange = z.object({
  part: z.string(),
  label: z.string(),
  ground: z.enum(['rule', 'text', 'finding']),
  change: z.enum(['added', 'removed', 'changed']),
  before: z.array(LineChange),
  after: z.array(LineChange),
});
export type PartChange = z.infer<typeof PartChange>;

/** What an item says differently from what workers knew 30 days ago, and from when. */
export const ChangedLately = z.object({
  since: z.string(),
  version: z.int(),
  changes: z.array(PartChange),
});
export type ChangedLately = z.infer<typeof ChangedLately>;
