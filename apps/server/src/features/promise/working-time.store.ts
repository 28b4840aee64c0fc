import type { CalendarRow, OpeningBand } from '@qzt/domain/promise';
import type pg from 'pg';

export interface YearRow {
  readonly year: number;
  readonly known: boolean;
  readonly basis: string;
  readonly standing: string;
}

export interface DayRow extends CalendarRow {
  readonly name: string;
  readonly standing: string;
  readonly version: number;
}

export interface HoursRow {
  readonly orgId: string;
  readonly validFrom: string;
  readonly bands: readonly OpeningBand[];
  readonly standing: string;
  readonly where: string;
}

export const loadYears = async (pool: pg.Pool): Promise<YearRow[]> =>
  (
    await pool.query<YearRow>(
      'select year, known, basis, standing from calendar_year order by year',
    )
  ).rows;

export const loadDays = async (pool: pg.Pool): Promise<DayRow[]> =>
  (
    await pool.query<DayRow>(
      'select date, kind, name, standing, version from calendar_day order by date',
    )
  ).rows;

export const loadHours = async (pool: pg.Pool): Promise<HoursRow[]> =>
  (
    await pool.query<HoursRow>(
      'select org_id as "orgId", valid_from as "validFrom", bands, standing, source_place as "where" from opening_hours order by valid_from',
    )
  ).rows;

/** The shipped calendar: years and days that the installation does not have yet. An edited year is left alone. */
export async function addShippedCalendar(
  pool: pg.Pool,
  shipped: {
    readonly knownYears: readonly number[];
    readonly basis: string;
    readonly standing: string;
    readonly rows: readonly {
      readonly date: string;
      readonly kind: string;
      readonly name: string;
    }[];
  },
): Promise<void> {
  await pool.query(
    `with added as (
       insert into calendar_year (year, known, basis, standing)
       select year, true, $2, $3 from unnest($1::int[]) as year
       on conflict do nothing returning year)
     insert into calendar_day (date, kind, name, standing)
     select d.date, d.kind, d.name, $3
     from jsonb_to_recordset($4::jsonb) as d(date date, kind text, name text)
     join added on added.year = extract(year from d.date)
     on conflict do nothing`,
    [shipped.knownYears, shipped.basis, shipped.standing, JSON.stringify(shipped.rows)],
  );
}
