import type { RegisterTotals } from '@qzt/contract/ledger';
import type { RegisterLine } from '@qzt/domain/ledger';
import type { Position } from '../../platform/page.ts';
import { localDate } from '../../platform/time.ts';
import type { Work } from '../../platform/transact.ts';
import type { LedgerGround } from './ledger-ground.ts';
import type { LineRow } from './line-details.ts';
import { laterNames } from './material-names.store.ts';
import { type Persons, registerLine } from './register-line.ts';
import { findLines, type MatterFilter } from './register-lines.store.ts';

/** A line with its place in the list and the person whom it is about. */
export interface ReadLine {
  readonly line: RegisterLine;
  readonly position: Position;
  readonly resident: { readonly id: string; readonly committeeId: string } | undefined;
}

/** Lines of a register from a position on, and the totals over everything that the filter finds. */
export interface FoundRegister {
  readonly totals: RegisterTotals;
  readonly lines: readonly ReadLine[];
}

/** The name of an item as it was called when the case was registered, or is called today. */
async function itemOf(
  ground: LedgerGround,
  row: LineRow,
  now: Date,
): Promise<RegisterLine['item']> {
  if (row.item === null) return null;
  const today = localDate(now);
  const version =
    row.item_version === null
      ? await ground.catalogue.item(row.item, today)
      : await ground.catalogue.version(row.item, row.item_version, today);
  return { code: row.item, name: version?.body.name ?? row.item };
}

/** Lines of a register with everything that is shown of them, newest first, and its totals. */
export async function readLines(
  ground: LedgerGround,
  work: Work,
  filter: MatterFilter,
  persons: Persons,
  limit: number,
  before: Position | undefined,
): Promise<FoundRegister> {
  const { totals, rows } = await findLines(work, filter, limit, before);
  const names = persons === 'none' ? new Map() : await laterNames(work, rows);
  const units = await ground.directory.units();
  const lines = await Promise.all(
    rows.map(async (row) => ({
      line: registerLine(
        work,
        row,
        {
          committee: { id: row.committee_id, name: units.get(row.committee_id)?.name ?? '' },
          item: await itemOf(ground, row, work.now),
          names: names.get(row.case_id ?? '') ?? {},
        },
        persons,
      ),
      position: { at: row.at_text, id: row.id },
      resident:
        row.resident_id === null
          ? undefined
          : { id: row.resident_id, committeeId: row.committee_id },
    })),
  );
  return { totals, lines };
}
