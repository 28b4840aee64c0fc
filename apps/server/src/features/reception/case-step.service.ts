import type { CaseView, EventCreate } from '@qzt/contract/reception';
import { type CaseCommand, type CaseContext, type CaseState, decide } from '@qzt/domain/reception';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../platform/actor.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { makeKey, type SubjectKey } from '../../platform/subject/index.ts';
import { transact, violated, type Work } from '../../platform/transact.ts';
import { owe, owedBy, sameOwed, settle } from '../promise/index.ts';
import * as store from './case.store.ts';
import { caseActor, caseView, factsOf, newEvent, storedEvent } from './case.view.ts';
import { type CaseGround, contextOf, fold, idExists, isGuard, versionOf } from './case-ground.ts';
import { decideContext } from './decide-context.ts';
import { permitOrHide } from './read-case.service.ts';
import { tell } from './tell.ts';

/**
 * The next step of a case. Errors: `not-found`, `version-conflict`, `transition-not-allowed`, `not-permitted`,
 * `invalid-input`, `id-exists`.
 */
export async function addEvent(
  ground: CaseGround,
  actor: Actor,
  id: string,
  version: number,
  input: EventCreate,
  repeat: Repeat,
): Promise<CaseView> {
  permitOrHide(actor);
  try {
    return await transact(
      ground,
      actor,
      '办理办件',
      (work) => step(ground, work, id, version, input),
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
): Promise<CaseView> {
  const [row, before] = await Promise.all([store.findCase(work, id), store.findEvents(work, id)]);
  if (row === undefined) throw notFound('没有找到这个办件');
  if (row.version !== version) throw new Refusal('version-conflict', { version: row.version });
  const item = await versionOf(ground, row, work.now);
  const context = await decideContext(
    ground,
    work,
    row,
    await contextOf(ground, row.committee_id, item),
    input,
  );
  const drafts = decide(
    row.state,
    input as CaseCommand,
    caseActor(work.actor),
    work.now.toISOString(),
    context,
  );
  const events = drafts.map(
    (draft, index): store.NumberedEvent => ({
      ...draft,
      seq: before.length + 1 + index,
      id: index === 0 ? input.id : uuidv7(),
    }),
  );
  const state = fold(row.state, events, context);
  const key = keyFor(work, row);
  store.insertEvents(work, key, id, events);
  store.updateCase(work, row.committee_id, id, version, state);
  keepPromises(work, row, state, context);
  tell(work, row.committee_id, id, events, state);
  work.audit({
    action: `case.${input.type}`,
    subject: 'case',
    subjectId: id,
    committeeId: row.committee_id,
    facts: { seq: before.length + 1 },
  });
  const facts = factsOf({ ...row, state, version: version + 1 }, key, item);
  const views = [
    ...before.map((event) => storedEvent(event, key, facts.words)),
    ...events.map(newEvent),
  ];
  return caseView(facts, views, work.actor, work.now);
}

/** A case whose person was erased goes on under a key of its own; what was erased stays erased. */
const keyFor = (work: Work, row: store.CaseRow): SubjectKey =>
  store.keyOf(work, row) ?? makeKey(work, row.committee_id, 'case', row.id);

/** What was owed is kept, broken or dropped; what is owed now is written down. */
function keepPromises(
  work: Work,
  row: store.CaseRow,
  state: CaseState,
  context: CaseContext,
): void {
  const was = owedBy(row.committee_id, row.id, row.state, work.now, context);
  const is = owedBy(row.committee_id, row.id, state, work.now, context);
  if (sameOwed(was, is)) return;
  if (was) settle(work, row.committee_id, row.id, was.kind === is?.kind ? 'dropped' : 'done');
  if (is) owe(work, is);
}
