import type { RegisterFilter, RegisterPage } from '@qzt/contract/ledger';
import type { Register } from '@qzt/domain/ledger';
import type { Actor } from '../../platform/actor.ts';
import { type Position, pageOf } from '../../platform/page.ts';
import { permit } from '../../platform/permit.ts';
import { transact } from '../../platform/transact.ts';
import { linesOf } from './any-register.ts';
import { lineFilter, shownTo } from './ledger-filter.ts';
import type { LedgerGround } from './ledger-ground.ts';

export interface RegisterQuery extends RegisterFilter {
  readonly limit: number;
  readonly after: Position | undefined;
}

/** A page of a register, with totals over all that the filter finds. Errors: `not-permitted`, `not-found`. */
export function readRegister(
  ground: LedgerGround,
  actor: Actor,
  register: Register,
  query: RegisterQuery,
): Promise<RegisterPage> {
  permit(actor, 'ledger.read');
  const persons = shownTo(actor);
  const asked = { register, filter: lineFilter(actor, query), persons };
  return transact(ground, actor, '查看登记簿', async (work) => {
    const { totals, lines } = await linesOf(ground, work, asked, query.limit + 1, query.after);
    const page = pageOf(lines, query.limit, ({ position }) => position);
    work.audit({
      action: 'ledger.read',
      subject: 'ledger',
      facts: { register, found: page.items.length },
    });
    return {
      items: page.items.map(({ line }) => ({
        ...line,
        materials: [...line.materials],
        certificates: [...line.certificates],
      })),
      nextCursor: page.nextCursor,
      totals,
      persons: persons !== 'none',
    };
  });
}
