/** Calendar arithmetic on `YYYY-MM-DD` for composed data; no zone is involved. */
const day = 86_400_000;

const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** The date so many days later. */
export const plusDays = (date: string, days: number): string =>
  new Date(timeOf(date) + days * day).toISOString().slice(0, 10);

/** 1 = Monday to 7 = Sunday. */
export const weekdayOf = (date: string): number => new Date(timeOf(date)).getUTCDay() || 7;

/** Whole years lived on a date. */
export function ageOn(date: string, bornOn: string): number {
  const years = Number(date.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return date.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
