import { addDays } from './moment.ts';

const WEEK = '一二三四五六日';
const WORDS: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  今天: 0,
  明天: 1,
  后天: 2,
  大后天: 3,
};

const two = (number: number | string): string => String(number).padStart(2, '0');

/** `YYYY-MM-DD` where the calendar has this day. */
const dayOf = (year: number, month: number, day: number): string | null => {
  const text = `${year}-${two(month)}-${two(day)}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
};

const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

/** 周五 and 下周二, counted from the week of today. */
const byWeekday = (text: string, today: string): string | null => {
  const found = /^(?<which>上|下|本|这)?(?:周|星期|礼拜)(?<day>[一二三四五六日天])$/.exec(
    text,
  )?.groups;
  if (found === undefined) return null;
  const { which, day = '' } = found;
  const to = WEEK.indexOf(day === '天' ? '日' : day) - weekdayOf(today);
  if (which === '下') return addDays(today, to + 7);
  return addDays(today, which === '上' ? to - 7 : to);
};

/**
 * A day as people write it: 27, 11-27, 1127, 11月27日, 2026-11-27, 今天, 明天, 周五, 下周二. Without a year it is that of
 * today, without a month this month. Null where the calendar has no such day.
 *
 * @param today `YYYY-MM-DD`
 */
export const readDay = (input: string, today: string): string | null => {
  const text = input
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[(（].*$/, '');
  const word = WORDS[text];
  if (word !== undefined) return addDays(today, word);
  const weekday = byWeekday(text, today);
  if (weekday !== null) return weekday;
  const [year = 0, month = 0] = today.split('-').map(Number);
  const compact = /^(\d{4})?(\d{2})(\d{2})$/.exec(text);
  if (compact) return dayOf(Number(compact[1] ?? year), Number(compact[2]), Number(compact[3]));
  const full =
    /^(?:(?<y>\d{4})[-/.年])?(?:(?<m>\d{1,2})[-/.月])?(?<d>\d{1,2})[日号]?(?:(?:周|星期).)?$/.exec(
      text,
    )?.groups;
  if (full === undefined || (full.y !== undefined && full.m === undefined)) return null;
  return dayOf(Number(full.y ?? year), Number(full.m ?? month), Number(full.d));
};

/** A clock time as people write it: 14:30, 1430, 14点, 2点半, 下午2点半. Null where there is no such time. */
export const readClock = (input: string): string | null => {
  const text = input.normalize('NFKC').replace(/\s+/g, '');
  const found =
    /^(?<part>早上|上午|中午|下午|晚上)?(?<h>\d{1,2})(?:(?::|点|时)(?<m>\d{1,2}|半|一刻|三刻)?分?)?$/.exec(
      text,
    )?.groups ?? /^(?<part>)(?<h>\d{1,2})(?<m>\d{2})$/.exec(text)?.groups;
  if (found === undefined) return null;
  const words: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 };
  const minutes = found.m === undefined ? 0 : (words[found.m] ?? Number(found.m));
  const later = /下午|晚上/.test(found.part ?? '') && Number(found.h) < 12 ? 12 : 0;
  const hours = Number(found.h) + later;
  return hours < 24 && minutes < 60 ? `${two(hours)}:${two(minutes)}` : null;
};
