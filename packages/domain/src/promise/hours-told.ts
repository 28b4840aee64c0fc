import type { DateText } from '../shared/index.ts';
import type { OpeningHours } from './opening-hours.ts';

const DAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

/**
 * The week of an office as people read it: `周一至周五 08:30–11:30、13:30–17:30;周六 09:00–11:00`, by the pattern in force on
 * `date`. Days with the same times that follow one another are told together; closed days are left out. Null where no
 * day has times.
 */
export function hoursTold(hours: OpeningHours, date: DateText): string | null {
  const spans: { from: number; to: number; times: string }[] = [];
  for (const [day] of DAYS.entries()) {
    const times = hours
      .on(date, day + 1)
      .map(({ from, to }) => `${from}–${to}`)
      .join('、');
    const last = spans.at(-1);
    if (times === '') continue;
    if (last?.times === times && last.to === day - 1) last.to = day;
    else spans.push({ from: day, to: day, times });
  }
  const told = spans.map(({ from, to, times }) => {
    const days = from === to ? `周${DAYS[from]}` : `周${DAYS[from]}至周${DAYS[to]}`;
    return `${days} ${times}`;
  });
  return told.length === 0 ? null : told.join(';');
}
