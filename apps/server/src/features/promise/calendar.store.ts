import type { CalendarDay, CalendarYearView } from '@qzt/contract/promise';
import type { Work } from '../../platform/transact.ts';

/** A year of the calendar, in one question. A year that nobody has entered is not known, has no days and version 0. */
export async function calendarYear(work: Work, year: number): Promise<CalendarYearView> {
  const [row] = await work.tx.read<Omit<CalendarYearView, 'year'>>(
    `select coalesce(y.known, false) as known, coalesce(y.basis, '') as basis, coalesce(y.version, 0) as version,
       coalesce((select jsonb_agg(jsonb_build_object(
           'date', d.date, 'kind', d.kind, 'name', d.name, 'standing', d.standing, 'version', d.version) order by d.date)
         from calendar_day d where d.date >= make_date($1, 1, 1) and d.date < make_date($1 + 1, 1, 1)), '[]'::jsonb) as days
     from (select) as one left join calendar_year y on y.year = $1`,
    [year],
  );
  if (row === undefined) throw new Error('a question that always has an answer had none');
  return { year, ...row };
}

export interface YearEntry {
  readonly known: boolean;
  readonly basis: string;
  readonly days: readonly Pick<CalendarDay, 'date' | 'kind' | 'name'>[];
}

/** A first entry is inserted, a later one updated: whoever saw another state stops the transaction with the guard. */
const REPLACE = `with first as (
    insert into calendar_year (year, known, basis, standing) select $1::int, $2::boolean, $3, 'assumed' where $4::int = 0
    on conflict do nothing returning 1),
  later as (
    update calendar_year set known = $2, basis = $3, standing = 'assumed', version = version + 1
    where year = $1 and version = $4 returning 1)
  select expect_one((select count(*) from first) + (select count(*) from later), 'version-conflict')`;

/** Puts a year in the place of the one with the version before. */
export function setYear(work: Work, { year, known, basis, days, version }: CalendarYearView): void {
  work.tx.write(REPLACE, [year, known, basis, version - 1]);
  work.tx.write(
    'delete from calendar_day where date >= make_date($1, 1, 1) and date < make_date($1 + 1, 1, 1)',
    [year],
  );
  work.tx.write(
    `insert into calendar_day (date, kind, name, standing, version)
     select date, kind, name, standing, version
     from jsonb_to_recordset($1::jsonb) as d(date date, kind text, name text, standing text, version int)`,
    [JSON.stringify(days)],
  );
}
