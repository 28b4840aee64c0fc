import type { RegisterTotals } from '@qzt/contract/ledger';
import type { LineStatus, Trips } from '@qzt/domain/ledger';
import type { Position } from '../../platform/page.ts';
import type { Work } from '../../platform/transact.ts';
import { DETAIL_COLUMNS, DETAIL_JOINS, type LineRow } from './line-details.ts';
import { type MatterRegister, SOURCES } from './register-source.ts';

/** What is asked of a register, in the words of the tables. */
export interface LineFilter {
  readonly committees: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly channel?: string | undefined;
  /** Null: matters that are on no list. */
  readonly item?: string | null | undefined;
  readonly status?: LineStatus | undefined;
  readonly trips?: Trips | undefined;
  /** Leaves out confidential cases and their contacts, also for whoever may see them. */
  readonly openOnly?: boolean | undefined;
}

const OPEN = `((l.status is null and l.outcome = 'case') or l.status not in ('answered', 'closed'))`;
const DONE = `((l.status is null and l.outcome <> 'case') or l.status = 'closed')`;
const LATE = `(l.due_at < $4::timestamptz and l.status <> 'waiting-resident')`;

const OF_STATUS: Readonly<Record<LineStatus, string>> = {
  open: OPEN,
  late: LATE,
  answered: "l.status = 'answered'",
  done: DONE,
  refused: "(l.outcome = 'refused' or l.ending = 'refused')",
};

const OF_TRIPS: Readonly<Record<Trips, string>> = {
  none: 'l.journeys <= 0',
  one: 'l.journeys = 1',
  more: 'l.journeys >= 2',
};

/** A filter of a register of contacts and cases. */
export type MatterFilter = LineFilter & { readonly register: MatterRegister };

/** The condition of a filter over the lines `l`, its values behind those that every statement here has. */
function where(filter: LineFilter, values: unknown[]): string {
  const add = (value: unknown): string => `$${values.push(value)}`;
  const conditions = ['true'];
  if (filter.channel !== undefined) conditions.push(`l.channel = ${add(filter.channel)}`);
  if (filter.item === null) conditions.push('l.item is null');
  else if (filter.item !== undefined) conditions.push(`l.item = ${add(filter.item)}`);
  if (filter.status !== undefined) conditions.push(OF_STATUS[filter.status]);
  if (filter.openOnly === true) conditions.push('not l.confidential');
  if (filter.trips !== undefined) conditions.push(OF_TRIPS[filter.trips]);
  return conditions.join(' and ');
}

const basis = (work: Work, filter: LineFilter): unknown[] => [
  filter.committees,
  filter.from,
  filter.to,
  work.now,
];

export interface FoundLines {
  /** Counts over everything that the filter finds, wherever the page begins. */
  readonly totals: RegisterTotals;
  readonly rows: LineRow[];
}

type Counted = { readonly totals: RegisterTotals } & {
  readonly [Column in keyof LineRow]: LineRow[Column] | null;
};

/** A page without lines still says its totals: in a row that has no line. */
const isLine = (row: Counted): row is Counted & LineRow => row.id !== null;

/**
 * The newest lines behind a position, with everything that is shown of them, and the totals: the register is gathered
 * once for both. Lines are cut off before anything is joined to them. `at_text` is the position's time to the
 * microsecond, as it is stored.
 */
export async function findLines(
  work: Work,
  filter: MatterFilter,
  limit: number,
  before: Position | undefined,
): Promise<FoundLines> {
  const values = basis(work, filter);
  const wanted = where(filter, values);
  const behind =
    before === undefined
      ? ''
      : `where (l.at, l.id) < ($${values.push(before.at)}::timestamptz, $${values.push(before.id)}::uuid)`;
  const rows = await work.tx.read<Counted>(
    `with found as materialized (select l.*, ${LATE} as late from (${SOURCES[filter.register]}) l where ${wanted}),
     counted as (
       select jsonb_build_object('lines', count(*), 'cases', count(distinct l.case_id), 'open', count(*) filter (where ${OPEN}),
         'late', count(*) filter (where l.late), 'done', count(*) filter (where ${DONE})) as totals from found l),
     page as materialized (select l.* from found l ${behind} order by l.at desc, l.id desc limit $${values.push(limit)})
     select l.*, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at_text, counted.totals, ${DETAIL_COLUMNS}
     from counted left join page l on true
     ${DETAIL_JOINS} order by l.at desc, l.id desc`,
    values,
  );
  const [first] = rows;
  if (first === undefined) throw new Error('a count without a row');
  return { totals: first.totals, rows: rows.filter(isLine) };
}
