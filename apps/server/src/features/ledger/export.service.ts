import type { RegisterFilter } from '@qzt/contract/ledger';
import { columnsOf, type Register, type RegisterColumn } from '@qzt/domain/ledger';
import type { Actor } from '../../platform/actor.ts';
import type { Position } from '../../platform/page.ts';
import { permit } from '../../platform/permit.ts';
import { wrongField } from '../../platform/refusal.ts';
import { transact, type Work } from '../../platform/transact.ts';
import { type AskedRegister, linesOf } from './any-register.ts';
import { lineFilter, shownTo } from './ledger-filter.ts';
import type { LedgerGround } from './ledger-ground.ts';
import type { ReadLine } from './read-lines.ts';
import type { Persons } from './register-line.ts';

/**
 * What is taken away at once: a spreadsheet must fit in memory, and a paper holds the press, which others wait for, some
 * seconds for a thousand lines.
 */
const MOST_LINES = { xlsx: 10_000, pdf: 1_000 } as const;
export type Format = keyof typeof MOST_LINES;

/** Lines that are read at a time. */
const STEP = 500;

export interface ExportOrder extends RegisterFilter {
  readonly purpose: string;
  readonly full?: boolean | undefined;
  readonly confidential?: boolean | undefined;
}

/** A register as it is taken away: its lines, and what must stand above them. */
export interface TakenRegister {
  readonly lines: readonly ReadLine['line'][];
  readonly columns: readonly RegisterColumn[];
  readonly persons: Persons;
  readonly takenAt: Date;
}

/**
 * Reads a whole register to be taken away. The log holds how many lines went, for what purpose; of a file with whole
 * names, each person in it, so that everybody can be told who looked.
 * Errors: `not-permitted`, `not-found`, `invalid-input` (period, too many lines).
 */
export function takeRegister(
  ground: LedgerGround,
  actor: Actor,
  register: Register,
  order: ExportOrder,
  format: Format,
): Promise<TakenRegister> {
  permit(actor, 'ledger.read');
  permit(actor, 'ledger.export');
  const full = order.full === true;
  if (full) permit(actor, 'resident.unmask');
  const persons = full ? 'full' : shownTo(actor);
  const filter = { ...lineFilter(actor, order), openOnly: order.confidential !== true };
  const asked = { register, filter, persons };
  return transact(ground, actor, order.purpose, async (work) => {
    const found = await allLines(ground, work, asked, MOST_LINES[format]);
    if (full) noteEach(work, found);
    work.audit({
      action: 'ledger.export',
      subject: 'ledger',
      facts: {
        register,
        from: order.from,
        to: order.to,
        format,
        full,
        lines: found.length,
      },
    });
    return {
      lines: found.map(({ line }) => line),
      columns: columnsOf(register, {
        persons: persons !== 'none',
        committees: filter.committees.length > 1,
      }),
      persons,
      takenAt: work.now,
    };
  });
}

/** Page by page, so that no statement holds the whole of it. Errors: `invalid-input` where it is more than `most`. */
async function allLines(
  ground: LedgerGround,
  work: Work,
  asked: AskedRegister,
  most: number,
): Promise<ReadLine[]> {
  const all: ReadLine[] = [];
  let after: Position | undefined;
  do {
    const { totals, lines } = await linesOf(ground, work, asked, STEP, after);
    if (totals.lines > most)
      throw wrongField(
        'to',
        `这段时间有 ${totals.lines} 条,一次最多 ${most} 条,请把时间缩短一些`,
        'too-many',
      );
    all.push(...lines);
    after = lines.length === STEP ? lines.at(-1)?.position : undefined;
  } while (after !== undefined);
  return all;
}

function noteEach(work: Work, found: readonly ReadLine[]): void {
  const residents = new Map(
    found.flatMap(({ resident }) => (resident ? [[resident.id, resident]] : [])),
  );
  for (const { id, committeeId } of residents.values())
    work.audit({ action: 'resident.unmask', subject: 'resident', subjectId: id, committeeId });
}
