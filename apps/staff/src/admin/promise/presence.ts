import type { PresenceView } from '@qzt/contract/promise';
import { localMoment } from '@qzt/ui';

export interface Away {
  readonly key: string;
  readonly staff: string | null;
  readonly from: string;
  readonly to: string;
}

/** A stored absence as the form edits it. Times may come as a clock time or as an instant of that day. */
export const awayOf = (row: PresenceView['away'][number]): Away => ({
  key: `${row.staff.id}-${row.from}`,
  staff: row.staff.id,
  from: clockOf(row.from),
  to: clockOf(row.to),
});

const clockOf = (text: string): string => (text.includes('T') ? localMoment(text).time : text);

/** Rows without a person are not sent: they are lines that nobody has filled. */
export const awayToSend = (rows: readonly Away[]) =>
  rows.flatMap(({ staff, from, to }) => (staff === null ? [] : [{ staff, from, to }]));
