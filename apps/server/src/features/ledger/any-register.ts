import type { Register } from '@qzt/domain/ledger';
import type { Position } from '../../platform/page.ts';
import type { Work } from '../../platform/transact.ts';
import type { LedgerGround } from './ledger-ground.ts';
import { readLoanLines } from './loan-lines.ts';
import { type FoundRegister, readLines } from './read-lines.ts';
import type { Persons } from './register-line.ts';
import type { LineFilter } from './register-lines.store.ts';

/** A register as it is asked for, whichever room its lines come from. */
export interface AskedRegister {
  readonly register: Register;
  readonly filter: LineFilter;
  readonly persons: Persons;
}

/** Its lines behind a position, newest first, and the totals over everything that the filter finds. */
export const linesOf = (
  ground: LedgerGround,
  work: Work,
  { register, filter, persons }: AskedRegister,
  limit: number,
  before: Position | undefined,
): Promise<FoundRegister> =>
  register === 'loan'
    ? readLoanLines(ground, work, filter, persons, limit, before)
    : readLines(ground, work, { ...filter, register }, persons, limit, before);
