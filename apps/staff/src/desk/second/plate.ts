import type { CalendarYearView, PresenceView } from '@qzt/contract/promise';
import {
  type HoursPeriod,
  hoursOnWorkingDay,
  type OpeningTime,
  openingHours,
} from '@qzt/domain/promise';
import type { Plate } from '../../platform/second-protocol.ts';

/** What is said between two residents as long as nobody wrote anything else. Nothing official. */
export const DEFAULT_NOTICE = '要带什么、多久办好,我们一次说清。';

/** The hours of a date. On a holiday nothing is promised: who is there then stands in no weekly pattern. */
export const hoursOf = (
  date: string,
  days: CalendarYearView['days'],
  periods: readonly HoursPeriod[],
): readonly OpeningTime[] => {
  const kind = days.find((day) => day.date === date)?.kind;
  if (kind === 'holiday') return [];
  const hours = openingHours({ periods });
  return kind === 'makeUpWorkday' ? hoursOnWorkingDay(date, hours) : hours.on(date);
};

interface Facts {
  readonly place: string;
  /** Who sits at this desk: named where nobody entered who receives today. */
  readonly atDesk: string;
  readonly date: string;
  readonly aheadMs: number;
  readonly presence: PresenceView | undefined;
  readonly hours: readonly OpeningTime[];
  readonly notice: string;
  readonly practice: boolean;
}

/** The public facts of today, as the second screen shows them. */
export const plateOf = ({ presence, hours, atDesk, ...facts }: Facts): Plate => {
  const entered = [presence?.primary, presence?.backup].flatMap((one) => (one ? [one.name] : []));
  return {
    ...facts,
    receivers: entered.length > 0 ? entered : [atDesk],
    hours: hours.map(({ from, to }) => `${from}–${to}`),
  };
};
