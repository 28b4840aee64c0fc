import { loanReminders } from '@qzt/domain/lending';
import { nextSendTime } from '@qzt/domain/promise';
import type { Actor } from '../../platform/actor.ts';
import { jobActor } from '../../platform/job-actor.ts';
import { faultOf } from '../../platform/log.ts';
import { toOffset } from '../../platform/time.ts';
import { isGuard, transact, type Work } from '../../platform/transact.ts';
import { committeesToWake, postpone, standInFor } from '../promise/index.ts';
import type { JobGround } from '../reception/index.ts';
import { findLoan, type StoredLoan } from './loan.store.ts';
import { phoneOf } from './loan-messages.ts';
import { claimLoan, loansToWake, moveLoanOn, postAboutLoan } from './loan-promise.store.ts';

const AT_ONCE = 200;
const PURPOSE = '借出的东西到时';

type Ground = Omit<JobGround, 'loanMessages'>;

/**
 * Says a kind word about what did not come back in time: to the borrower, a working day later to whoever lent it, and
 * then no more. Each in a transaction of its own: one that fails waits and blocks no other.
 */
export async function remindOfLoans(ground: Ground): Promise<void> {
  for (const id of await committeesToWake(ground.jobsPool, ground.clock.now())) {
    const committee = await ground.directory.unit(id);
    if (committee === undefined) continue;
    const job = jobActor(committee);
    const due = await transact(ground, job, PURPOSE, (work) => loansToWake(work, id, AT_ONCE));
    for (const promise of due) await remindSafely(ground, job, promise);
  }
}

async function remindSafely(ground: Ground, job: Actor, id: string): Promise<void> {
  try {
    await transact(ground, job, PURPOSE, (work) => remind(ground, work, id));
  } catch (error) {
    if (isGuard(error, 'promise-moved')) return;
    const failures = await transact(ground, job, PURPOSE, async (work) => {
      work.audit({ action: 'promise.postpone', subject: 'promise', subjectId: id });
      return postpone(work, job.org.id, id);
    });
    if (failures === 1)
      ground.log.error({ promiseId: id, fault: faultOf(error) }, 'a loan could not be reminded of');
  }
}

async function remind(ground: Ground, work: Work, id: string): Promise<void> {
  const committeeId = work.actor.org.id;
  const due = await claimLoan(work, committeeId, id);
  if (due === undefined) return;
  const loan = await findLoan(work, due.loanId);
  if (loan === undefined) throw new Error(`a promise without its loan: ${id}`);
  const time = await ground.workingTimes.of(committeeId);
  const words = loanReminders(toOffset(loan.due_at), time);
  const toBorrower = words[due.step]?.to === 'borrower' && phoneOf(loan) !== undefined;
  const sendAfter = nextSendTime(work.now.toISOString());
  const recipients = toBorrower
    ? [{ kind: 'visitor', id: null } as const]
    : (await whoAsks(ground, work, loan)).map((one) => ({ kind: 'staff', id: one }) as const);
  for (const recipient of recipients)
    postAboutLoan(work, committeeId, loan.id, recipient, 'loan', sendAfter);
  // Without a number the worker was asked at once: once is enough.
  moveLoanOn(work, committeeId, due, toBorrower ? words[1].at : null);
  work.audit({
    action: 'promise.wake',
    subject: 'promise',
    subjectId: due.promiseId,
    committeeId,
    facts: { kind: 'loan', step: due.step + 1 },
  });
}

/** Whoever lent it; the stand-in while that worker is away; the heads once he has left. */
async function whoAsks(
  { directory, presence }: Ground,
  work: Work,
  loan: StoredLoan,
): Promise<readonly string[]> {
  const lender = await directory.staff(loan.lent_by);
  if (lender === undefined || lender.left) return directory.heads(loan.committee_id);
  const firstAsked = { id: loan.lent_by, name: loan.lent_by_name };
  const confidential = loan.confidential;
  const standIn = await standInFor(
    presence,
    loan.committee_id,
    { firstAsked, confidential },
    work.now,
  );
  return [standIn?.id ?? loan.lent_by];
}
