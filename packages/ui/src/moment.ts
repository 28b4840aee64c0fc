const ZONE = 'Asia/Shanghai';
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

let clock = (): Date => new Date();

/** Gives the furniture another clock than the PC's: near times (今天, 明天) and years are said by it. */
export const setClock = (now: () => Date): void => {
  clock = now;
};

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

interface LocalMoment {
  readonly date: string;
  readonly time: string;
}

/** Local date `YYYY-MM-DD` and clock `HH:MM` in Shanghai of an instant. */
export const localMoment = (instant: Date | string): LocalMoment => {
  const read = new Map(
    parts
      .formatToParts(typeof instant === 'string' ? new Date(instant) : instant)
      .map((p) => [p.type, p.value]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes): string => read.get(type) ?? '';
  return {
    date: `${get('year')}-${get('month')}-${get('day')}`,
    time: `${get('hour')}:${get('minute')}`,
  };
};

/** `2026-11-24` → `11月24日 周二`; with the year in front where it is not that of `now`. */
export const dayText = (date: string, now: Date = clock()): string => {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return date;
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  const prefix = localMoment(now).date.startsWith(`${year}-`) ? '' : `${year}年`;
  return `${prefix}${month}月${day}日 ${weekday}`;
};

/** `2026-11-24T14:30:00+08:00` → `11月24日 周二 14:30`. */
export const momentText = (instant: Date | string, now: Date = clock()): string => {
  const { date, time } = localMoment(instant);
  return `${dayText(date, now)} ${time}`;
};

/** Calendar arithmetic on `YYYY-MM-DD`; no clock, no zone. */
export const addDays = (date: string, days: number): string => {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};

/** How a person at a desk says a time: 今天 16:00, 明天 16:00, else with the date. */
export const nearText = (instant: Date | string, now: Date = clock()): string => {
  const { date, time } = localMoment(instant);
  const today = localMoment(now).date;
  if (date === today) return `今天 ${time}`;
  if (date === addDays(today, 1)) return `明天 ${time}`;
  if (date === addDays(today, -1)) return `昨天 ${time}`;
  return `${dayText(date, now)} ${time}`;
};
