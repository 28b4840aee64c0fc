import { permissionsOf, type Role } from '@qzt/domain/org';
import type { Actor } from '../../platform/actor.ts';
import type { Work } from '../../platform/transact.ts';

/** A colleague who takes over. */
export interface Successor {
  readonly id: string;
  readonly name: string;
  readonly orgId: string;
  readonly roles: readonly Role[];
}

export interface HandOver {
  readonly committeeId: string;
  readonly from: string;
  readonly to: Successor;
  readonly reason: string;
}

/** What a worker has open, wherever it lies: a port that the features of daily work fill. */
export interface OpenWork {
  /** How many cases are open under each of these people, as far as the scope of `work` reaches. */
  count(work: Work, staff: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Passes on everything open, each case with its own event; how many cases that were. Errors: `invalid-input`. */
  handOver(work: Work, act: HandOver): Promise<number>;
  /** Takes somebody out of the plans for the days to come. */
  clearPlans(work: Work, committeeId: string, staffId: string): void;
  /** Whether a hand-over failed only because somebody took a step meanwhile: then it is tried again. */
  overtaken(error: unknown): boolean;
}

const HEAD = permissionsOf(['head']);

/**
 * For a hand-over, and for the number of what it would move, the reach of a head in these committees: nothing may stay
 * behind with nobody because an administrator, who reads no confidential case, cannot see it.
 */
export const asHandingOver = (actor: Actor, committees: readonly string[]): Actor => {
  const permissions = new Set([...actor.permissions, ...HEAD]);
  return {
    ...actor,
    permissions,
    scope: { ...actor.scope, committees, permissions: [...permissions] },
  };
};
