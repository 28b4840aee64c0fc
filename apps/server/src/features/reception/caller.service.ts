import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { notFound } from '../../platform/refusal.ts';
import { transact } from '../../platform/transact.ts';
import { callerOf } from './caller.ts';
import * as store from './case.store.ts';
import { factsOf, storedEvent, wholeOf } from './case.view.ts';
import type { CaseGround } from './case-ground.ts';

interface Shown {
  name: string | null;
  phone: string | null;
  onBehalfOf: string | null;
}

/**
 * Whole name and telephone of whoever came or called about a case, for somebody who works on it. The log says who
 * looked and why. Errors: `not-permitted`, `not-found`.
 */
export function showCaller(
  ground: CaseGround,
  actor: Actor,
  { id, purpose }: { readonly id: string; readonly purpose: string },
): Promise<Shown> {
  permit(actor, 'case.write');
  return transact(ground, actor, purpose, async (work) => {
    const [row, events] = await Promise.all([store.findCase(work, id), store.findEvents(work, id)]);
    if (row === undefined) throw notFound('没有找到这个办件');
    const key = store.keyOf(work, row);
    const { words } = factsOf(row, key, undefined);
    const shown = events.map((event) => storedEvent(event, key, words));
    const caller = callerOf(words, wholeOf(shown));
    work.audit({
      action: 'case.caller',
      subject: 'case',
      subjectId: id,
      committeeId: row.committee_id,
    });
    return {
      name: caller.name ?? null,
      phone: caller.phone ?? null,
      onBehalfOf: caller.onBehalfOf ?? null,
    };
  });
}
