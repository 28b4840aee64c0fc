import type { CaseView } from '@qzt/contract/reception';
import type { Actor } from '../../platform/actor.ts';
import { notFound } from '../../platform/refusal.ts';
import { transact, type Work } from '../../platform/transact.ts';
import * as store from './case.store.ts';
import { caseView, factsOf, storedEvent } from './case.view.ts';
import { type CaseGround, shownNow, versionOf } from './case-ground.ts';
import { trackOf } from './track.ts';

/** Reads one case; the log says who looked. Errors: `not-found`. */
export function readCase(ground: CaseGround, actor: Actor, id: string): Promise<CaseView> {
  permitOrHide(actor);
  return transact(ground, actor, '查看办件', async (work) => {
    const [row, events] = await Promise.all([store.findCase(work, id), store.findEvents(work, id)]);
    if (row === undefined) throw notFound('没有找到这个办件');
    work.audit({
      action: 'case.read',
      subject: 'case',
      subjectId: id,
      committeeId: row.committee_id,
    });
    return viewOf(ground, work, row, events);
  });
}

/** Whoever may not read cases at all is told that there is none. */
export const permitOrHide = (actor: Actor): void => {
  if (!actor.permissions.has('case.read')) throw notFound('没有找到这个办件');
};

/** A case with its events, as the actor may see it. */
export async function viewOf(
  ground: CaseGround,
  work: Work,
  row: store.CaseRow,
  events: readonly store.EventRow[],
): Promise<CaseView> {
  const key = store.keyOf(work, row);
  const state = await shownNow(ground, row.committee_id, row.state, work.now);
  const facts = factsOf({ ...row, state }, key, await versionOf(ground, row, work.now));
  return caseView(
    facts,
    events.map((event) => storedEvent(event, key, facts.words)),
    work.actor,
    work.now,
    await trackOf(ground, work.actor, facts),
  );
}
