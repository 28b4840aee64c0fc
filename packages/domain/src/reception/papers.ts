import type { CaseState } from './case-state.ts';

/** What is printed of a case and taken home. */
export const PAPERS = {
  notice: '一次告知单',
  receipt: '材料收据',
  slip: '号码单',
} as const;
export type Paper = keyof typeof PAPERS;

/**
 * Why a paper of a case is not printed, or null where it may be. A number slip of a confidential case would tell whoever
 * lives in the same flat that there is a case; a receipt needs something that was received.
 */
export function paperRefused(
  state: Pick<CaseState, 'confidential' | 'materials'>,
  paper: Paper,
): 'confidential' | 'nothing-received' | null {
  if (paper === 'slip' && state.confidential) return 'confidential';
  if (paper === 'receipt' && !state.materials.some((material) => material.received))
    return 'nothing-received';
  return null;
}

/** Whether a paper names the resident, the matter and the number. Of a confidential case none does: it can be found. */
export const paperNames = (state: Pick<CaseState, 'confidential'>): boolean => !state.confidential;
