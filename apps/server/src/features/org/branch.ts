import type { Actor } from '../../platform/actor.ts';
import { notFound } from '../../platform/refusal.ts';
import type { UnitRow } from './directory.store.ts';
import type { Directory } from './directory.ts';

/** The actor's own organisation and all below it, by id: nobody administers anything else. */
export async function branchOfActor(
  directory: Directory,
  actor: Actor,
): Promise<ReadonlyMap<string, UnitRow>> {
  const units = await directory.branch(actor.org.id);
  return new Map(units.map((unit) => [unit.id, unit]));
}

/** An organisation of the actor's branch. Errors: `not-found` for any other, also for one that exists elsewhere. */
export async function unitWithin(directory: Directory, actor: Actor, id: string): Promise<UnitRow> {
  const unit = (await branchOfActor(directory, actor)).get(id);
  if (unit === undefined) throw notFound('没有找到这个单位,请从名单里选');
  return unit;
}
