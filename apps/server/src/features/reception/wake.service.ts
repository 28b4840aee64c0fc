import { DomainError } from '@qzt/domain/shared';
import type { Actor } from '../../platform/actor.ts';
import { jobActor } from '../../platform/job-actor.ts';
import { faultOf } from '../../platform/log.ts';
import { newId } from '../../platform/random.ts';
import { isGuard, transact, type Work } from '../../platform/transact.ts';
import {
  claimPromise,
  committeesToWake,
  type DuePromise,
  moveOn,
  postpone,
  promisesToWake,
} from '../promise/index.ts';
import { climbAlarm } from './alarm-climb.ts';
import { type CaseRow, findCase, findEvents } from './case.store.ts';
import { climb, tellHeads } from './climb.ts';
import { overtaken } from './hand-over.service.ts';
import type { JobGround } from './job-ground.ts';
import { takeStep } from './take-step.ts';

const AT_ONCE = 500;
const DAY_MS = 24 * 3_600_000;
const PURPOSE = '承诺到时';

/**
 * Wakes whom every due promise wakes: the next step of its ladder, or, where the resident has been silent long enough,
 * the end of the case. Each promise is a transaction of its own in its committee's scope: one that fails waits and is
 * tried again, and blocks no other.
 */
export async function wakePromises(ground: JobGround): Promise<void> {
  for (const id of await committeesToWake(ground.jobsPool, ground.clock.now())) {
    const committee = await ground.directory.unit(id);
    if (committee === undefined) continue;
    const job = jobActor(committee);
    const due = await transact(ground, job, PURPOSE, (work) => promisesToWake(work, id, AT_ONCE));
    for (const promise of due) await wakeSafely(ground, job, promise);
  }
}

async function wakeSafely(ground: JobGround, job: Actor, id: string): Promise<void> {
  try {
    await transact(ground, job, PURPOSE, (work) => wake(ground, work, id));
  } catch (error) {
    // Somebody took a step just then: what is still owed is found again at the next round.
    if (overtaken(error) || isGuard(error, 'promise-moved')) return;
    const failures = await transact(ground, job, PURPOSE, async (work) => {
      work.audit({ action: 'promise.postpone', subject: 'promise', subjectId: id });
      return postpone(work, job.org.id, id);
    });
    if (failures === 1)
      ground.log.error({ promiseId: id, fault: faultOf(error) }, 'a promise could not wake');
  }
}

async function wake(ground: JobGround, work: Work, id: string): Promise<void> {
  const due = await claimPromise(work, work.actor.org.id, id);
  if (due === undefined) return;
  const row = await findCase(work, due.caseId);
  if (row === undefined) throw new Error(`a promise without its case: ${id}`);
  if (due.kind === 'silence') await endSilence(ground, work, due, row);
  else if (due.kind === 'call') await climbAlarm(ground, work, due, row);
  else await climb(ground, work, due, row);
}

/** Closes the case as the job may. Where the duty to report is open it may not: then the head hears of it, once. */
async function endSilence(
  ground: JobGround,
  work: Work,
  due: DuePromise,
  row: CaseRow,
): Promise<void> {
  const events = await findEvents(work, row.id);
  try {
    const close = { id: newId(), type: 'close', data: {} } as const;
    await takeStep(ground, work, row, events.length, { kind: 'job' }, close);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'transition-not-allowed') throw error;
    if (due.step === 0) await tellHeads(ground, work, row, 'report-first', {});
    moveOn(work, due, 1, new Date(work.now.getTime() + DAY_MS).toISOString());
    work.audit({
      action: 'promise.wake',
      subject: 'promise',
      subjectId: due.id,
      committeeId: due.committeeId,
      facts: { kind: due.kind, refused: true },
    });
  }
}
