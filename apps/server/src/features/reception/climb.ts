import { type LadderStep, ladder } from '@qzt/domain/promise';
import type { Work } from '../../platform/transact.ts';
import { type DuePromise, moveOn, pressedFor, standInFor } from '../promise/index.ts';
import type { CaseRow } from './case.store.ts';
import type { JobGround } from './job-ground.ts';
import { type MessageFacts, post } from './outbox.store.ts';

/**
 * The next step of a promise's ladder: one message to whoever is to be woken now, and the time of the step after it. A
 * step missed while the server stood still is made up for, each in its turn.
 */
export async function climb(
  ground: JobGround,
  work: Work,
  due: DuePromise,
  row: CaseRow,
): Promise<void> {
  const dueAt = due.dueAt.toISOString();
  const steps = ladder({
    ...(await ground.workingTimes.of(due.committeeId)),
    from: due.madeAt.toISOString(),
    dueAt,
    confidential: row.state.confidential,
  });
  const step = steps[due.step];
  // The due time in the words of the case, so that a message can see whether it is still owed when it leaves.
  if (step)
    await tellOf(ground, work, row, step, {
      kind: due.kind,
      dueAt: pressedFor(row.state)?.dueAt ?? '',
    });
  moveOn(work, due, step?.step ?? due.step, steps[due.step + 1]?.at ?? null);
  work.audit({
    action: 'promise.wake',
    subject: 'promise',
    subjectId: due.id,
    committeeId: due.committeeId,
    facts: { kind: due.kind, step: step?.step ?? due.step },
  });
}

async function tellOf(
  ground: JobGround,
  work: Work,
  row: CaseRow,
  { step, to }: LadderStep,
  facts: MessageFacts,
): Promise<void> {
  const { firstAsked } = row.state;
  if (to === 'head') return tellHeads(ground, work, row, step === 3 ? 'head' : 'stand-in', facts);
  if (to === 'standIn') {
    const other = await colleagueAtDesk(ground, work, row);
    if (other === undefined) return tellHeads(ground, work, row, 'stand-in', facts);
    return tell(work, row, other, 'stand-in', facts);
  }
  // Who is away gets a copy, to find when back.
  tell(work, row, firstAsked.id, 'remind', facts);
  if (!(await isGone(ground, row, work.now))) return undefined;
  const standIn = await standInFor(ground.presence, row.committee_id, row.state, work.now);
  if (standIn) return tell(work, row, standIn.id, 'remind-stand-in', facts);
  return tellHeads(ground, work, row, 'stand-in', facts);
}

/** Away now, or left for good. */
async function isGone(ground: JobGround, row: CaseRow, at: Date): Promise<boolean> {
  const { id } = row.state.firstAsked;
  const person = await ground.directory.staff(id);
  if (person === undefined || person.left) return true;
  return ground.presence.isAway(row.committee_id, id, at);
}

/** Whoever else is at the desk today and there: the backup before the primary, who has residents before him. */
export async function colleagueAtDesk(
  { presence }: JobGround,
  work: Work,
  row: CaseRow,
): Promise<string | undefined> {
  const { backup, primary } = await presence.onDuty(row.committee_id, work.now);
  for (const colleague of [backup, primary])
    if (
      colleague &&
      colleague.id !== row.state.firstAsked.id &&
      !(await presence.isAway(row.committee_id, colleague.id, work.now))
    )
      return colleague.id;
  return undefined;
}

/** Tells the heads; in a committee without one the worker first asked, since somebody has to know. */
export async function tellHeads(
  ground: JobGround,
  work: Work,
  row: CaseRow,
  template: string,
  facts: MessageFacts,
): Promise<void> {
  const heads = await ground.directory.heads(row.committee_id);
  const known = heads.length > 0 ? heads : [row.state.firstAsked.id];
  for (const id of known) tell(work, row, id, template, facts);
}

function tell(
  work: Work,
  row: CaseRow,
  staffId: string,
  template: string,
  facts: MessageFacts,
): void {
  post(work, {
    committeeId: row.committee_id,
    caseId: row.id,
    eventId: null,
    recipient: { kind: 'staff', id: staffId },
    template,
    facts,
  });
}
