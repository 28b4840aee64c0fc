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

/** A day as the form edits it. */
interface DayEntry {
  readonly primary: string | null;
  readonly backup: string | null;
  readonly away: readonly Away[];
}

const linesOf = (away: readonly Away[]): string =>
  away
    .map(({ staff, from, to }) => `${staff} ${from} ${to}`)
    .sort()
    .join();

/** Whether a form says what is stored, whatever the order of the absences. An unfilled line is something typed. */
export const saysAs = (entry: DayEntry, stored: PresenceView): boolean =>
  entry.primary === (stored.primary?.id ?? null) &&
  entry.backup === (stored.backup?.id ?? null) &&
  linesOf(entry.away) === linesOf(stored.away.map(awayOf));

/** A stored day in words, a line each. */
export const dayWords = ({ primary, backup, away }: PresenceView): string[] => [
  `A角:${primary?.name ?? '还没有定'}`,
  `B角:${backup?.name ?? '还没有定'}`,
  ...away.map((row) => `${row.staff.name} ${clockOf(row.from)}–${clockOf(row.to)} 不在`),
];
