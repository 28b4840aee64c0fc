import type { RegisterFilter } from '@qzt/contract/ledger';
import {
  LINE_STATUSES,
  type LineStatus,
  PERIOD_NAMES,
  type Period,
  type PeriodName,
  periodOf,
  REGISTERS,
  type Register,
  TRIPS,
  type Trips,
} from '@qzt/domain/ledger';
import { CHANNELS, type Channel } from '@qzt/domain/reception';

/** What a page of the registers shows: a register, or how often people had to come. */
export const SHEETS = [...REGISTERS, 'trips'] as const satisfies readonly (Register | 'trips')[];
export type SheetName = (typeof SHEETS)[number];

/** The address of the page: which sheet, of when, what of it. Nothing of a person stands in it. */
export interface RegisterSearch {
  readonly sheet?: SheetName;
  readonly period?: PeriodName;
  readonly from?: string;
  readonly to?: string;
  readonly channel?: Channel;
  readonly item?: string;
  readonly status?: LineStatus;
  readonly trips?: Trips;
  readonly committee?: string;
}

/** What is to change of it; undefined takes a part away. */
export type SearchChange = {
  readonly [K in keyof RegisterSearch]?: RegisterSearch[K] | undefined;
};

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ITEM = /^([A-Z]{2,4}-\d{3}|other)$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const oneOf = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((one) => one === value);
const matching = (pattern: RegExp, value: unknown): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

/** Reads an address; whatever is not understood is left out. */
export function readSearch(search: Record<string, unknown>): RegisterSearch {
  const read = {
    sheet: oneOf(SHEETS, search.sheet),
    period: oneOf(PERIOD_NAMES, search.period),
    from: matching(DATE, search.from),
    to: matching(DATE, search.to),
    channel: oneOf(CHANNELS, search.channel),
    item: matching(ITEM, search.item),
    status: oneOf(LINE_STATUSES, search.status),
    trips: oneOf(TRIPS, search.trips),
    committee: matching(UUID, search.committee),
  };
  return given(read);
}

const given = (parts: SearchChange): RegisterSearch =>
  Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined),
  ) as RegisterSearch;

/** The address after a change. */
export const changed = (search: RegisterSearch, change: SearchChange): RegisterSearch =>
  given({ ...search, ...change });

/** The period that an address means: its own days where they are in order, else the named one, else this month. */
export function periodIn({ from, to, period }: RegisterSearch, today: string): Period {
  if (from !== undefined && to !== undefined && from < to) return { from, to };
  return periodOf(period ?? 'month', today);
}

/** What the server is asked for. */
export function filterOf(search: RegisterSearch, today: string): RegisterFilter {
  const { channel, item, status, trips, committee } = search;
  return { ...periodIn(search, today), channel, item, status, trips, committee };
}

/** The same time on another sheet, with what of the filter means something there. */
export const onSheet = (search: RegisterSearch, sheet: SheetName): RegisterSearch =>
  changed(search, {
    sheet,
    status: undefined,
    trips: undefined,
    ...(sheet === 'loan' ? { channel: undefined, item: undefined } : {}),
  });
