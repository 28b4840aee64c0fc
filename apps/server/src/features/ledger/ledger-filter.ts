import { OTHER_ITEM, type RegisterFilter } from '@qzt/contract/ledger';
import { instantsOf } from '@qzt/domain/ledger';
import type { Actor } from '../../platform/actor.ts';
import { notFound } from '../../platform/refusal.ts';
import type { Persons } from './register-line.ts';
import type { LineFilter } from './register-lines.store.ts';

/** The committees that a register is asked for. Errors: `not-found` for one out of reach. */
export function committeesOf(actor: Actor, asked: string | undefined): readonly string[] {
  const { committees } = actor.scope;
  if (asked === undefined) return committees;
  if (!committees.includes(asked)) throw notFound('没有找到这个居委会');
  return [asked];
}

/** Service facts without persons for whoever reads no contacts; the committee's own people see them masked. */
export const shownTo = (actor: Actor): Persons =>
  actor.permissions.has('encounter.read') ? 'masked' : 'none';

/** What was asked, in the words of the tables. Errors: `not-found` (committee), `invalid-input` (period). */
export function lineFilter(actor: Actor, asked: RegisterFilter): LineFilter {
  const period = instantsOf(asked);
  return {
    committees: committeesOf(actor, asked.committee),
    from: period.from,
    to: period.to,
    channel: asked.channel,
    item: asked.item === OTHER_ITEM ? null : asked.item,
    status: asked.status,
    trips: asked.trips,
  };
}
