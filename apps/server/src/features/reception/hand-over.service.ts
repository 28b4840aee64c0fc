import type { CaseActor } from '@qzt/domain/reception';
import { newId } from '../../platform/random.ts';
import { wrongField } from '../../platform/refusal.ts';
import { isGuard, violated, type Work } from '../../platform/transact.ts';
import type { HandOver, Successor } from '../org/index.ts';
import { caseActor } from './case.view.ts';
import type { CaseGround } from './case-ground.ts';
import { casesHeldBy, type HeldCase } from './open-case.store.ts';
import { takeStep } from './take-step.ts';

/**
 * Passes everything open of somebody who leaves to a colleague: an `assign` of each case by the rules, with the reason.
 * The scope of `work` must reach every case of the committee, confidential ones too. Answers how many cases that were.
 * Errors: `invalid-input` where a confidential case is among them and the colleague may not know of it.
 */
export async function handOverCases(
  ground: CaseGround,
  work: Work,
  { committeeId, from, to, reason }: HandOver,
): Promise<number> {
  const rows = await casesHeldBy(work, committeeId, from);
  if (rows.some((row) => !mayKnow(row, to)))
    throw wrongField(
      'handOverTo',
      '其中有保密办件,只能交给负责人或已经知情的同事;请选负责人,或请负责人先改派这些办件',
      'confidential',
    );
  const head = asHead(work, committeeId);
  for (const row of rows) {
    const { firstAsked, handler } = row.state;
    const data = {
      ...(firstAsked.id === from ? { firstAsked: to.id } : {}),
      ...(handler.kind === 'worker' && handler.id === from ? { handler: to.id } : {}),
      reason,
    };
    const step = { id: newId(), type: 'assign' as const, data };
    await takeStep(ground, work, row, row.last_seq, head, step);
  }
  return rows.length;
}

/** Whether a step of somebody else came between: the hand-over is then tried again from the newest state. */
export const overtaken = (error: unknown): boolean =>
  isGuard(error, 'version-conflict') || violated(error, 'case_event_pkey');

/** A confidential case goes to the head, or to somebody who knows of it already. */
function mayKnow({ state }: HeldCase, to: Successor): boolean {
  if (!state.confidential || to.roles.includes('head')) return true;
  return state.firstAsked.id === to.id || state.handler.id === to.id;
}

/** Whoever hands over decides as the head does; the event names the person who really did. */
const asHead = (work: Work, committeeId: string): CaseActor => ({
  ...caseActor(work.actor),
  orgId: committeeId,
  orgKind: 'committee',
  roles: ['head'],
});
