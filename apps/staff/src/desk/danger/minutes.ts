/** Whole minutes since an instant; never below 0, whatever the clock of the PC says. */
export const minutesSince = (since: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(since)) / 60_000));

/** How long danger is known, as one reads it beside a line: 刚刚, 3 分钟, 1 小时 05 分, 2 天. */
export function sinceText(minutes: number): string {
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟`;
  if (minutes < 24 * 60)
    return `${Math.floor(minutes / 60)} 小时 ${String(minutes % 60).padStart(2, '0')} 分`;
  return `${Math.floor(minutes / (24 * 60))} 天`;
}
