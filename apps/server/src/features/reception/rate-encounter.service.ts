import type { EncounterView, Rating } from '@qzt/contract/reception';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { againAfter, transact, type Work } from '../../platform/transact.ts';
import type { CaseGround } from './case-ground.ts';
import { findEncounter } from './encounter.store.ts';
import { writeRating } from './rate-encounter.store.ts';

/**
 * Stores what a resident thought of a contact, once: nobody writes over a resident's answer.
 * Errors: `not-permitted`, `not-found`, `transition-not-allowed` (another answer stands there).
 */
export function rateEncounter(
  ground: CaseGround,
  actor: Actor,
  id: string,
  rating: Rating,
  repeat: Repeat,
): Promise<EncounterView> {
  permit(actor, 'encounter.write');
  return againAfter('rated-already', () =>
    transact(ground, actor, '居民评价', (work) => rate(work, id, rating), repeat),
  );
}

async function rate(work: Work, id: string, rating: Rating): Promise<EncounterView> {
  const found = await findEncounter(work, id);
  if (found === undefined) throw notFound('没有找到这次接触');
  const { view, key } = found;
  if (key) work.tellsOf(key);
  work.audit({
    action: 'encounter.rate',
    subject: 'encounter',
    subjectId: id,
    committeeId: view.committeeId,
  });
  if (view.rating?.score === rating.score && view.rating.of === rating.of) return view;
  if (view.rating !== undefined)
    throw new Refusal('transition-not-allowed', { detail: '这次接待居民已经评价过了' });
  writeRating(work, view.committeeId, id, rating);
  return { ...view, rating, version: view.version + 1 };
}
