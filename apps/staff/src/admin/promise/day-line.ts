/** A day of the calendar as it is edited; `standing` null: added just now, not stored yet. */
export interface DayLine {
  readonly date: string;
  readonly kind: 'holiday' | 'makeUpWorkday';
  readonly name: string;
  readonly standing: string | null;
}
