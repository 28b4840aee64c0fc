import type { LoanStepCreate, LoanView } from '@qzt/contract/lending';
import { type Loan, type LoanStep, loanReminders, takeLoanStep } from '@qzt/domain/lending';
import { dueOn, type WorkingTime } from '@qzt/domain/promise';
import type { Actor } from '../../platform/actor.ts';
import { permit } from '../../platform/permit.ts';
import { notFound, Refusal } from '../../platform/refusal.ts';
import type { Repeat } from '../../platform/repeat.ts';
import { toOffset } from '../../platform/time.ts';
import { isGuard, transact, violated, type Work } from '../../platform/transact.ts';
import type { CaseGround } from '../reception/index.ts';
import { findLoan, type StoredLoan, updateLoan } from './loan.store.ts';
import { oweLoan, settleLoan } from './loan-promise.store.ts';
import { insertStep, type StoredStep, stepsOf } from './loan-step.store.ts';
import { loanView } from './loan-view.ts';
import { things } from './things.ts';

/**
 * The next step of a loan. Errors: `not-permitted`, `not-found`, `version-conflict`, `transition-not-allowed`,
 * `invalid-input` (count, until), `id-exists`.
 */
export async function stepLoan(
  ground: CaseGround,
  actor: Actor,
  id: string,
  version: number,
  input: LoanStepCreate,
  repeat: Repeat,
): Promise<LoanView> {
  permit(actor, 'loan.write');
  const all = await things();
  try {
    return await transact(
      ground,
      actor,
      '归还借出的东西',
      async (work) => {
        const { loan, steps } = await take(ground, work, id, version, input);
        return loanView(loan, steps, all, work.now);
      },
      repeat,
    );
  } catch (error) {
    if (isGuard(error, 'version-conflict') || violated(error, 'loan_step_pkey'))
      throw await changed(ground, actor, id, 'version-conflict');
    if (violated(error, 'loan_step_committee_id_id_key'))
      throw await changed(ground, actor, id, 'id-exists');
    throw error;
  }
}

async function changed(
  ground: CaseGround,
  actor: Actor,
  id: string,
  code: 'version-conflict' | 'id-exists',
): Promise<Refusal> {
  const loan = await transact(ground, actor, '查看版本', (work) => findLoan(work, id));
  return loan === undefined ? notFound() : new Refusal(code, { version: loan.version });
}

const loanOf = ({ state, count, returned, due_at }: StoredLoan): Loan => ({
  state,
  count,
  returned,
  dueAt: toOffset(due_at),
});

/** The step as the rules know it: all that is out where no count was said, the end of the day where a day was said. */
function ruleOf(input: LoanStepCreate, loan: StoredLoan, time: WorkingTime): LoanStep {
  switch (input.type) {
    case 'return':
      return { type: 'return', count: input.count ?? loan.count - loan.returned };
    case 'extend':
      return { type: 'extend', dueAt: dueOn(input.until, 0, time).at };
    case 'writeOff':
      return { type: 'writeOff' };
  }
}

async function take(
  ground: CaseGround,
  work: Work,
  id: string,
  version: number,
  input: LoanStepCreate,
): Promise<{ readonly loan: StoredLoan; readonly steps: readonly StoredStep[] }> {
  const loan = await findLoan(work, id);
  if (loan === undefined) throw notFound('没有找到这次借出');
  if (loan.version !== version) throw new Refusal('version-conflict', { version: loan.version });
  const committeeId = loan.committee_id;
  const time = await ground.workingTimes.of(committeeId);
  const step = ruleOf(input, loan, time);
  const after = takeLoanStep(loanOf(loan), step, toOffset(work.now));
  if (loan.key) work.tellsOf(loan.key);
  const before = await stepsOf(work, committeeId, id, loan.key);
  const changedLoan = updateLoan(work, loan, after);
  const taken = insertStep(work, committeeId, loan.key, {
    id: input.id,
    loanId: id,
    encounterId: loan.encounter_id,
    seq: version + 1,
    type: step.type,
    data: dataOf(step),
    words: wordsOf(input),
  });
  if (after.state !== 'out') settleLoan(work, committeeId, id, 'kept');
  else if (step.type === 'extend') {
    settleLoan(work, committeeId, id, 'dropped');
    const [first] = loanReminders(after.dueAt, time);
    oweLoan(work, committeeId, id, loan.lent_by, { at: after.dueAt, wakeAt: first.at });
  }
  work.audit({
    action: `loan.${step.type}`,
    subject: 'loan',
    subjectId: id,
    committeeId,
    facts: { seq: version + 1 },
  });
  return { loan: changedLoan, steps: [...before, taken] };
}

function dataOf(step: LoanStep): { count?: number; until?: string } {
  if (step.type === 'return') return { count: step.count };
  return step.type === 'extend' ? { until: step.dueAt } : {};
}

function wordsOf(input: LoanStepCreate): { returnedBy?: string; note?: string } {
  if (input.type === 'extend') return {};
  const returnedBy = input.type === 'return' ? input.returnedBy : undefined;
  return {
    ...(returnedBy === undefined ? {} : { returnedBy }),
    ...(input.note === undefined ? {} : { note: input.note }),
  };
}
