/** Shanghai has no summer time since 1991, so the offset of anything recorded here is fixed. */
const SHANGHAI_MS = 8 * 3_600_000;

/** An instant as it travels: `2026-11-24T14:30:00+08:00`. */
export const toOffset = (at: Date): string =>
  `${new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 19)}+08:00`;

/** The calendar date in Shanghai. */
export const localDate = (at: Date): string =>
  new Date(at.getTime() + SHANGHAI_MS).toISOString().slice(0, 10);

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];

/** A calendar date as people read it: `11月24日`. */
export const spokenDate = (date: string): string => {
  const [, month, day] = date.split('-').map(Number);
  return `${month}月${day}日`;
};

/** An instant as people read it: `11月24日 周二 14:30`. */
export function spokenTime(at: Date): string {
  const there = new Date(at.getTime() + SHANGHAI_MS);
  const weekday = WEEKDAYS[there.getUTCDay()];
  return `${there.getUTCMonth() + 1}月${there.getUTCDate()}日 周${weekday} ${there.toISOString().slice(11, 16)}`;
}
