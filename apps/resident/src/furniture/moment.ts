import { localClock, localDate, weekday } from '@qzt/domain/shared';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

/** `2026-11-24` → `11月24日 周二`; with the year in front where it is not that of `now`. */
export const dayText = (date: string, now: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  const prefix = localDate(now).startsWith(`${year}-`) ? '' : `${year}年`;
  return `${prefix}${month}月${day}日 ${WEEKDAYS[weekday(date) - 1]}`;
};

/** `2026-11-24T14:30:00+08:00` → `11月24日 周二 14:30`. */
export const momentText = (at: string, now: string): string =>
  `${dayText(localDate(at), now)} ${localClock(at)}`;
