import type { CalendarDay } from '@qzt/contract/promise';
import type { Work } from '../../platform/transact.ts';

export interface CalendarYear {
  readonly year: number;
  readonly known: boolean;
  readonly days: CalendarDay[];
}

/** A year of the calendar, in one question. A year that nobody has entered is not known and has no days. */
export async function calendarYear(work: Work, year: number): Promise<CalendarYear> {
  const [row] = await work.tx.read<{ known: boolean | null; days: CalendarDay[] }>(
    `select (select known from calendar_year where year = $1) as known,
       coalesce((select jsonb_agg(jsonb_build_object(
           'date', d.date, 'kind', d.kind, 'name', d.name, 'standing', d.standing, 'version', d.version) order by d.date)
         from calendar_day d where d.date >= make_date($1, 1, 1) and d.date < make_date($1 + 1, 1, 1)), '[]'::jsonb) as days`,
    [year],
  );
  return { year, known: row?.known ?? false, days: row?.days ?? [] };
}

export interface YearEntry {
  readonly known: boolean;
  readonly basis: string;
  readonly days: readonly Pick<CalendarDay, 'date' | 'kind' | 'name'>[];
}

/**
 * Puts a year in the place of what stood there. A day that stays as it was keeps its standing; what an administrator
 * enters is never shown as a rule of the state, whatever basis is named for it.
 */
export function setYear(work: Work, year: number, { known, basis, days }: YearEntry): void {
  work.tx.write(
    `insert into calendar_year (year, known, basis, standing) values ($1, $2, $3, 'assumed')
     on conflict (year) do update set known = excluded.known, basis = excluded.basis, standing = excluded.standing,
       version = calendar_year.version + 1`,
    [year, known, basis],
  );
  work.tx.write(
    'delete from calendar_day where date >= make_date($1, 1, 1) and date < make_date($1 + 1, 1, 1) and date <> all ($2::date[])',
    [year, days.map(({ date }) => date)],
  );
  work.tx.write(
    `insert into calendar_day (date, kind, name, standing)
     select date, kind, name, 'assumed' from jsonb_to_recordset($1::jsonb) as d(date date, kind text, name text)
     on conflict (date) do update set kind = excluded.kind, name = excluded.name, standing = excluded.standing,
       version = calendar_day.version + 1
     where (calendar_day.kind, calendar_day.name) is distinct from (excluded.kind, excluded.name)`,
    [JSON.stringify(days)],
  );
}
