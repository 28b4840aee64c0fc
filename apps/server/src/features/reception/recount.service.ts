import { isDeepStrictEqual } from 'node:util';
import { type CaseEvent, type CaseState, deriveCase } from '@qzt/domain/reception';
import type { Actor } from '../../platform/actor.ts';
import { jobActor } from '../../platform/job-actor.ts';
import { transact, type Work } from '../../platform/transact.ts';
import { type CaseRow, updateCase } from './case.store.ts';
import { type CaseGround, contextOf, versionOf } from './case-ground.ts';
import { eventsOf, holdOpenCases } from './open-case.store.ts';
import { keepPromises } from './take-step.ts';

/** Cases at a time: a step of somebody at the desk waits for one batch at most. */
const BATCH = 50;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Computes the due times of all open cases of these committees anew, after the calendar or the opening hours changed.
 * Each committee is done in its own scope and in batches; stopped half-way it can simply be run again. Answers how many
 * cases moved.
 */
export async function recountDueTimes(
  ground: CaseGround,
  committeeIds: readonly string[],
): Promise<number> {
  let moved = 0;
  for (const id of committeeIds) {
    const unit = await ground.directory.unit(id);
    if (unit?.kind === 'committee') moved += await recountCommittee(ground, jobActor(unit));
  }
  return moved;
}

async function recountCommittee(ground: CaseGround, job: Actor): Promise<number> {
  let moved = 0;
  for (let after: string | undefined = BEFORE_ALL; after !== undefined; ) {
    const from: string = after;
    const batch = await transact(ground, job, '重算期限', (work) =>
      recountBatch(ground, work, from),
    );
    moved += batch.moved;
    after = batch.last;
  }
  return moved;
}

async function recountBatch(
  ground: CaseGround,
  work: Work,
  after: string,
): Promise<{ readonly moved: number; readonly last: string | undefined }> {
  const committeeId = work.actor.org.id;
  const rows = await holdOpenCases(work, committeeId, after, BATCH);
  if (rows.length === 0) return { moved: 0, last: undefined };
  const events = await eventsOf(
    work,
    committeeId,
    rows.map(({ id }) => id),
  );
  let moved = 0;
  for (const row of rows)
    if (await recountCase(ground, work, row, events.get(row.id) ?? [])) moved += 1;
  return { moved, last: rows.at(-1)?.id };
}

/** What of a state depends on calendar and hours. Everything else stays as it was derived with all it needs. */
const timesOf = ({ clock, dueAt, dueKind, uncertainDue, silenceUntil, tell }: CaseState) => ({
  clock,
  dueAt,
  dueKind,
  uncertainDue,
  silenceUntil,
  ...(tell ? { tell } : {}),
});

async function recountCase(
  ground: CaseGround,
  work: Work,
  row: CaseRow,
  events: readonly CaseEvent[],
): Promise<boolean> {
  const committeeId = row.committee_id;
  const context = await contextOf(ground, committeeId, await versionOf(ground, row, work.now));
  const times = timesOf(deriveCase(events, context));
  if (isDeepStrictEqual(times, timesOf(row.state))) return false;
  const state = { ...row.state, ...times };
  updateCase(work, committeeId, row.id, row.version, state);
  keepPromises(work, row, state, context);
  work.audit({
    action: 'case.recount',
    subject: 'case',
    subjectId: row.id,
    committeeId,
    facts: { was: row.state.dueAt ?? '', dueAt: state.dueAt ?? '' },
  });
  return true;
}
