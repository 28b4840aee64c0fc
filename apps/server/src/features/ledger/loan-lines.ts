import type { RegisterTotals } from '@qzt/contract/ledger';
import { maskName, maskPhone } from '@qzt/domain/household';
import type { LineStatus } from '@qzt/domain/ledger';
import { caseNumber } from '@qzt/domain/reception';
import type { Position } from '../../platform/page.ts';
import { wrongField } from '../../platform/refusal.ts';
import { localDate, toOffset } from '../../platform/time.ts';
import type { Work } from '../../platform/transact.ts';
import { type LendingRow, lendingRegister, things } from '../lending/index.ts';
import type { LedgerGround } from './ledger-ground.ts';
import type { FoundRegister } from './read-lines.ts';
import type { Persons } from './register-line.ts';
import type { LineFilter } from './register-lines.store.ts';

/** What a thing of no preset is called for whoever reads without persons: its name was written by somebody. */
const SOMETHING = '其他物品';

/** What is asked of matters means nothing of a thing that was lent. */
function refuseForeign(filter: LineFilter): void {
  for (const name of ['channel', 'item', 'trips'] as const)
    if (filter[name] !== undefined)
      throw wrongField(name, '借还登记没有这一项筛选,请去掉再看', 'unknown');
}

const isLate = (row: LendingRow, now: Date): boolean => row.state === 'out' && row.dueAt < now;

const OF_STATUS: Readonly<Record<LineStatus, (row: LendingRow, now: Date) => boolean>> = {
  open: (row) => row.state === 'out',
  late: isLate,
  answered: () => false,
  done: (row) => row.state !== 'out',
  refused: () => false,
};

/** The loans of a filter, newest first. A committee lends some hundred things a year: they are read whole. */
async function loansOf(work: Work, filter: LineFilter): Promise<LendingRow[]> {
  refuseForeign(filter);
  const rows = await lendingRegister(work, {
    from: new Date(filter.from),
    until: new Date(filter.to),
  });
  const { status } = filter;
  return rows
    .filter(
      (row) =>
        filter.committees.includes(row.committeeId) &&
        (filter.openOnly !== true || !row.confidential) &&
        (status === undefined || OF_STATUS[status](row, work.now)),
    )
    .sort((a, b) => b.lentAt.getTime() - a.lentAt.getTime() || (a.id < b.id ? 1 : -1));
}

function totalsOf(rows: readonly LendingRow[], now: Date): RegisterTotals {
  const out = rows.filter(({ state }) => state === 'out').length;
  return {
    lines: rows.length,
    cases: 0,
    open: out,
    late: rows.filter((row) => isLate(row, now)).length,
    done: rows.length - out,
  };
}

function personsOf({ borrower, door }: LendingRow, persons: Persons) {
  const { name, phone } = borrower;
  if (persons === 'none') return { who: null, phone: null, door: null };
  if (persons === 'full') return { who: name, phone, door };
  return { who: name && maskName(name), phone: phone && maskPhone(phone), door };
}

/**
 * The lines of the lending register behind a position, newest first, and its totals. Errors: `invalid-input` for a filter
 * that loans do not have.
 */
export async function readLoanLines(
  ground: LedgerGround,
  work: Work,
  filter: LineFilter,
  persons: Persons,
  limit: number,
  before: Position | undefined,
): Promise<FoundRegister> {
  const [rows, presets, units] = await Promise.all([
    loansOf(work, filter),
    things(),
    ground.directory.units(),
  ]);
  const known = new Set(presets.map(({ name }) => name));
  const behind = ({ lentAt, id }: LendingRow): boolean => {
    if (before === undefined) return true;
    const from = Date.parse(before.at) - lentAt.getTime();
    return from > 0 || (from === 0 && id < before.id);
  };
  const lines = rows
    .filter(behind)
    .slice(0, limit)
    .map((row) => ({
      position: { at: row.lentAt.toISOString(), id: row.id },
      resident:
        row.residentId === null ? undefined : { id: row.residentId, committeeId: row.committeeId },
      line: {
        id: row.id,
        number: `J${caseNumber(row.id, localDate(row.lentAt), 0)}`,
        committee: { id: row.committeeId, name: units.get(row.committeeId)?.name ?? '' },
        at: toOffset(row.lentAt),
        enteredLate: false,
        confidential: row.confidential,
        channel: null,
        ...personsOf(row, persons),
        onBehalfOf: null,
        words: null,
        item: null,
        materials: [],
        firstAsked: persons === 'none' ? null : { id: row.lentById, name: row.lentBy },
        handler: null,
        promisedBy: toOffset(row.dueAt),
        outcome: null,
        status: null,
        ending: null,
        late: isLate(row, work.now),
        closedAt: row.closedAt && toOffset(row.closedAt),
        rating: null,
        journeys: null,
        caseId: null,
        urgentSince: null,
        firstCallAt: null,
        firstStepAt: null,
        certificates: [],
        loan: {
          thing: persons === 'none' && !known.has(row.thing) ? SOMETHING : row.thing,
          count: row.count,
          returned: row.returned,
          state: row.state,
        },
      },
    }));
  return { totals: totalsOf(rows, work.now), lines };
}
