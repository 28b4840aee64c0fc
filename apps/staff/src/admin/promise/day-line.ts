/** A day of the calendar as it is edited; `standing` null: added just now, not stored yet. */
export interface DayLine {
  readonly date: string;
  readonly kind: 'holiday' | 'makeUpWorkday';
  readonly name: string;
  readonly standing: string | null;
}

export const KIND_LABELS = { holiday: '放假', makeUpWorkday: '调休上班' } as const;

type Day = Pick<DayLine, 'date' | 'kind' | 'name'>;

const same = (a: Day | undefined, b: Day | undefined): boolean =>
  a?.kind === b?.kind && a?.name === b?.name;

/** A date on which two versions of a year differ; null: no day of the calendar there. */
export interface Difference {
  readonly date: string;
  readonly stored: Day | null;
  readonly typed: Day | null;
}

/** Where a stored year and the typed one differ, in the order of the dates. */
export const differences = (stored: readonly Day[], typed: readonly Day[]): Difference[] => {
  const on = (days: readonly Day[], date: string) => days.find((day) => day.date === date);
  const dates = [...new Set([...stored, ...typed].map((day) => day.date))].sort();
  return dates
    .filter((date) => !same(on(stored, date), on(typed, date)))
    .map((date) => ({ date, stored: on(stored, date) ?? null, typed: on(typed, date) ?? null }));
};
