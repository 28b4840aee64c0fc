import { DomainError } from '../shared/index.ts';
import type { Approval } from './decide-certificate.ts';

/** Where a paper stands. One that was not issued has no number; one that was is never deleted. */
export const PAPER_STATUSES = ['waiting', 'issued', 'declined', 'void'] as const;
export type PaperStatus = (typeof PAPER_STATUSES)[number];

export const PAPER_STATUS_LABELS: Readonly<Record<PaperStatus, string>> = {
  waiting: '等负责人同意',
  issued: '已出具',
  declined: '没有出具',
  void: '已作废',
};

/** Why an issued paper does not count any more. */
export const VOID_REASONS = {
  wrong: '写错了',
  damaged: '污损或打坏了',
  'not-needed': '居民不用了',
  recalled: '不该开,收回',
} as const;
export type VoidReason = keyof typeof VOID_REASONS;

interface PaperRow {
  readonly label: string;
  readonly from: readonly PaperStatus[];
  readonly to: PaperStatus | 'same';
  readonly who: readonly ('requester' | 'head' | 'worker')[];
}

/** The steps of a paper after it was asked for; read by the server, which refuses, and by the screens, which offer. */
export const PAPER_TABLE = {
  approve: { label: '同意出具', from: ['waiting'], to: 'issued', who: ['head'] },
  decline: { label: '不出具', from: ['waiting'], to: 'declined', who: ['head', 'requester'] },
  print: { label: '打印', from: ['issued'], to: 'same', who: ['worker'] },
  void: { label: '作废', from: ['issued'], to: 'void', who: ['head', 'requester'] },
} as const satisfies Record<string, PaperRow>;
export type PaperStep = keyof typeof PAPER_TABLE;

export interface PaperActor {
  readonly mayIssue: boolean;
  readonly mayApprove: boolean;
  readonly isRequester: boolean;
}

/** How a paper begins: issued at once where whoever writes it may, else waiting for the head. */
export const firstStatus = (
  approval: Approval,
  actor: Pick<PaperActor, 'mayApprove'>,
): PaperStatus => (approval === 'worker' || actor.mayApprove ? 'issued' : 'waiting');

/** The steps that are open to somebody now. */
export const paperSteps = (status: PaperStatus, actor: PaperActor): PaperStep[] =>
  (Object.keys(PAPER_TABLE) as PaperStep[]).filter(
    (step) => refusalOf(step, status, actor) === null,
  );

/**
 * The status after a step. The status is asked before the person: a colleague's step reads as a conflict.
 *
 * @throws DomainError transition-not-allowed, not-permitted
 */
export function afterPaperStep(
  step: PaperStep,
  status: PaperStatus,
  actor: PaperActor,
): PaperStatus {
  const refusal = refusalOf(step, status, actor);
  if (refusal !== null) throw new DomainError(refusal, { type: step, status });
  const { to } = PAPER_TABLE[step];
  return to === 'same' ? status : to;
}

function refusalOf(step: PaperStep, status: PaperStatus, actor: PaperActor) {
  const row: PaperRow = PAPER_TABLE[step];
  if (!row.from.includes(status)) return 'transition-not-allowed';
  const may =
    actor.mayIssue &&
    row.who.some(
      (who) =>
        who === 'worker' ||
        (who === 'head' && actor.mayApprove) ||
        (who === 'requester' && actor.isRequester),
    );
  return may ? null : 'not-permitted';
}
