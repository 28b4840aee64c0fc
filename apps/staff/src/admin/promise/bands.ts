export interface Band {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
  readonly byAppointment: boolean;
}

export const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** The bands of one weekday in their order. */
export const bandsOf = (bands: readonly Band[], weekday: number): Band[] =>
  bands.filter((band) => band.weekday === weekday).sort((a, b) => a.from.localeCompare(b.from));

/** Whether two weeks say the same, whatever the order of their bands. */
export const sameWeek = (a: readonly Band[], b: readonly Band[]): boolean =>
  linesOf(a) === linesOf(b);

const linesOf = (bands: readonly Band[]): string =>
  bands
    .map(({ weekday, from, to, byAppointment }) => `${weekday} ${from} ${to} ${byAppointment}`)
    .sort()
    .join();

/** What is wrong with a week before it is sent; null when nothing is. */
export const weekFault = (bands: readonly Band[]): string | null => {
  for (const [index, name] of WEEKDAYS.entries()) {
    const day = bandsOf(bands, index + 1);
    for (const [at, band] of day.entries()) {
      if (band.from === '' || band.to === '') return `${name}有一段没有填完`;
      if (band.from >= band.to) return `${name} ${band.from} 到 ${band.to}:结束要晚于开始`;
      const next = day[at + 1];
      if (next && next.from < band.to) return `${name} ${band.from} 和 ${next.from} 两段重叠了`;
    }
  }
  return null;
};
