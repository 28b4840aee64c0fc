import type { CaseView, EventCreate } from '@qzt/contract/reception';
import type { Actor } from '../../platform/actor.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { isGuard, transact, violated, type Work } from '../../platform/transact.ts';
import * as store from './case.store.ts';
import { caseActor, caseView, factsOf, newEvent, storedEvent } from './case.view.ts';
import { type CaseGround, idExists, shownNow } from './case-ground.ts';
import { permitOrHide } from './read-case.service.ts';
import { takeStep } from './take-step.ts';
import { trackOf } from './track.ts';

/** What another room keeps beside a step, in the same transaction. */
type Also = (work: Work, committeeId: string) => Promise<void>;

/**
 * The next step of a case. `also`: what another room keeps beside it, in the same transaction. Errors: `not-found`, `version-conflict`, `transition-not-allowed`, `not-permitted`,
 * `invalid-input`, `id-exists`.
 */
export async function addEvent(
  ground: CaseGround,
  actor: Actor,
  id: string,
  version: number,
  input: EventCreate,
  repeat: Repeat,
  also: Also = async () => undefined,
): Promise<CaseView> {
  permitOrHide(actor);
  try {
    return await transact(
      ground,
      actor,
      '办理办件',
      (work) => step(ground, work, id, version, input, also),
      repeat,
    );
  } catch (error) {
    if (isGuard(error, 'version-conflict')) throw await conflict(ground, actor, id);
    if (violated(error, 'case_event_pkey')) throw await conflict(ground, actor, id);
    if (violated(error, 'case_event_committee_id_id_key') || violated(error, 'personal_text_pkey'))
      throw await idExists(ground, actor, id);
    throw error;
  }
}

async function conflict(ground: CaseGround, actor: Actor, id: string): Promise<Refusal> {
  const row = await transact(ground, actor, '查看版本', (work) => store.findCase(work, id));
  return row ? new Refusal('version-conflict', { version: row.version }) : notFound();
}

async function step(
  ground: CaseGround,
  work: Work,
  id: string,
  version: number,
  input: EventCreate,
  also: Also,
): Promise<CaseView> {
  const [row, before] = await Promise.all([store.findCase(work, id), store.findEvents(work, id)]);
  if (row === undefined) throw notFound('没有找到这个办件');
  if (row.version !== version) throw new Refusal('version-conflict', { version: row.version });
  const actor = caseActor(work.actor);
  const { events, state, key, item } = await takeStep(
    ground,
    work,
    row,
    before.length,
    actor,
    input,
  );
  await also(work, row.committee_id);
  work.tellsOf(key);
  const shown = await shownNow(ground, row.committee_id, state, work.now);
  const facts = factsOf({ ...row, state: shown, version: version + 1 }, key, item);
  const views = [
    ...before.map((event) => storedEvent(event, key, facts.words)),
    ...events.map((event) => newEvent(event)),
  ];
  const track = await trackOf(ground, work.actor, facts);
  return caseView(facts, views, work.actor, work.now, track);
}
