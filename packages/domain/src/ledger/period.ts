import {
  addDays,
  type DateText,
  dayNumber,
  type InstantText,
  instantAt,
  invalid,
  weekday,
} from '../shared/index.ts';

/** Calendar days in Shanghai, half-open: `to` is the first day that does not belong to it. */
export interface Period {
  readonly from: DateText;
  readonly to: DateText;
}

export const PERIOD_LABELS = {
  today: '今天',
  week: '本周',
  month: '本月',
  quarter: '本季度',
  year: '今年',
} as const;
export type PeriodName = keyof typeof PERIOD_LABELS;
export const PERIOD_NAMES = Object.keys(PERIOD_LABELS) as readonly PeriodName[];

/**
 * The whole period that a day lies in: the day, its week from Monday, its month, quarter or year.
 *
 * @throws DomainError invalid-input where `today` is no date
 */
export function periodOf(name: PeriodName, today: DateText): Period {
  const monday = addDays(today, 1 - weekday(today));
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const months = (first: number, count: number): Period => ({
    from: firstOf(year, first),
    to: firstOf(year, first + count),
  });
  switch (name) {
    case 'today':
      return { from: today, to: addDays(today, 1) };
    case 'week':
      return { from: monday, to: addDays(monday, 7) };
    case 'month':
      return months(month, 1);
    case 'quarter':
      return months(month - ((month - 1) % 3), 3);
    case 'year':
      return months(1, 12);
  }
}

function firstOf(year: number, month: number): DateText {
  const over = month > 12 ? 1 : 0;
  return `${String(year + over).padStart(4, '0')}-${String(month - 12 * over).padStart(2, '0')}-01`;
}

/**
 * The instants between which a period lies, half-open.
 *
 * @throws DomainError invalid-input where a date is none, or `to` is not after `from`
 */
export function instantsOf({ from, to }: Period): {
  readonly from: InstantText;
  readonly to: InstantText;
} {
  if (dayNumber(to) <= dayNumber(from)) throw invalid('to', 'not-after-from');
  return { from: instantAt(from, '00:00'), to: instantAt(to, '00:00') };
}

/** The last day that belongs to a period: how people say its end. */
export const lastDayOf = ({ to }: Period): DateText => addDays(to, -1);
