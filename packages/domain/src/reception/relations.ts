import { type Actor, effectiveRoles, may, type Scope } from '../org/index.ts';
import type { CaseState } from './case-state.ts';
import type { Relation } from './case-table.ts';
import { sharedWith } from './sharing.ts';

/** Somebody who acts on a case. `orgName` and `name` are written into the event. */
export type CaseActor =
  | ({ readonly kind: 'staff'; readonly orgName: string; readonly scope: Scope } & Actor)
  | { readonly kind: 'resident'; readonly residentId: string; readonly name: string }
  | { readonly kind: 'job' };

type Seen = Pick<CaseState, 'committee' | 'confidential' | 'firstAsked' | 'handler' | 'shared'>;

/**
 * Whether somebody of the staff may know of a case at all (if not, he is told that there is none).
 * - In the committee's scope: an open case by `case.read`; a confidential one only as the worker first asked, the
 *   worker named as its handler, one whom these let know (`share`), or by `case.confidential.read` (the head). A stand-in is not named by being one.
 * - Handed over: those who work (`case.write`) in the office that now handles it, as long as it does. Administrators
 *   above the office do not, their scope holds its organisation for other reasons.
 */
export function maySeeCase(state: Seen, scope: Scope): boolean {
  const { handler } = state;
  const handedOver = handler.kind === 'department' || handler.kind === 'centre';
  if (handedOver && handler.id !== undefined && scope.orgs.includes(handler.id)) {
    if (scope.permissions.includes('case.write')) return true;
  }
  if (!scope.committees.includes(state.committee.id)) return false;
  if (!scope.permissions.includes('case.read')) return false;
  if (!state.confidential || scope.permissions.includes('case.confidential.read')) return true;
  // Somebody who once was first asked and now administers from above does not work on it any more.
  if (!scope.permissions.includes('case.write')) return false;
  return (
    state.firstAsked.id === scope.staffId ||
    sharedWith(state).some(({ id }) => id === scope.staffId) ||
    (handler.kind === 'worker' && handler.id === scope.staffId)
  );
}

/** What the actor is to this case; empty for whoever may not know of it. */
export function relationsOf(state: CaseState, actor: CaseActor): ReadonlySet<Relation> {
  if (actor.kind === 'job') return new Set(['job']);
  if (actor.kind === 'resident') {
    return new Set(
      state.residentId !== null && actor.residentId === state.residentId ? ['resident', 'any'] : [],
    );
  }
  const relations = new Set<Relation>();
  if (!maySeeCase(state, actor.scope)) return relations;
  relations.add('any');
  if (!may(actor, 'case.write')) return relations;
  if (actor.orgId === state.committee.id) {
    relations.add('worker');
    // A head may do whatever the worker first asked may.
    if (effectiveRoles(actor.roles, actor.orgKind).includes('head')) {
      relations.add('head').add('firstAsked');
    }
    if (actor.staffId === state.firstAsked.id) relations.add('firstAsked');
  }
  if (handles(state, actor, relations)) relations.add('handler');
  return relations;
}

/**
 * Providers and volunteers have no account: the worker first asked, who answers for the case whoever works on it,
 * reports their work for them. An office has accounts, so nobody answers in its place; he may take the case back.
 */
function handles(
  { handler }: CaseState,
  actor: Extract<CaseActor, { kind: 'staff' }>,
  relations: ReadonlySet<Relation>,
): boolean {
  switch (handler.kind) {
    case 'worker':
      return relations.has('worker') && handler.id === actor.staffId;
    case 'department':
    case 'centre':
      return handler.id === actor.orgId;
    case 'provider':
    case 'volunteer':
      return relations.has('firstAsked');
  }
}
