import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Actor, ROLES, scopeOf } from '../org/index.ts';
import { opened, TREE } from './example-case.ts';
import { allowedActions, type CaseActor, type CaseState, maySeeCase } from './index.ts';

/*
 * Random people against random cases. What must hold is written out below without asking the table of permissions:
 * who may know of a case at all, in the words of the privacy rules.
 */

const committees = TREE.filter((node) => node.kind === 'committee');
const offices = TREE.filter((node) => node.kind === 'department' || node.kind === 'centre');

const someActor = fc
  .record({
    staffId: fc.constantFrom('a', 'b', 'c'),
    home: fc.constantFrom(...TREE),
    roles: fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 4 }),
  })
  .map(({ staffId, home, roles }) => {
    const actor: Actor = { staffId, name: staffId, orgId: home.id, orgKind: home.kind, roles };
    return { kind: 'staff' as const, ...actor, orgName: home.name, scope: scopeOf(actor, TREE) };
  });

const someCase = fc
  .record({
    committee: fc.constantFrom(...committees),
    confidential: fc.boolean(),
    firstAsked: fc.constantFrom('a', 'b', 'c'),
    worker: fc.constantFrom('a', 'b', 'c'),
    office: fc.option(fc.constantFrom(...offices)),
  })
  .map(
    ({ committee, confidential, firstAsked, worker, office }): CaseState => ({
      ...opened(),
      status: office === null ? 'accepted' : 'referred',
      committee: { id: committee.id, name: committee.name },
      confidential,
      firstAsked: { id: firstAsked, name: firstAsked },
      handler:
        office === null
          ? { kind: 'worker', id: worker, name: worker, org: committee.name }
          : {
              kind: office.kind as 'department' | 'centre',
              id: office.id,
              name: office.name,
              org: office.name,
            },
    }),
  );

type Staff = Extract<CaseActor, { kind: 'staff' }>;

function mayKnow(actor: Staff, state: CaseState): boolean {
  const has = (...roles: Actor['roles']) => roles.some((role) => actor.roles.includes(role));
  const named =
    actor.staffId === state.firstAsked.id ||
    (state.handler.kind === 'worker' && actor.staffId === state.handler.id);
  if (actor.orgId === state.committee.id) {
    if (!has('worker', 'head', 'lineOwner')) return false;
    return !state.confidential || has('head') || named;
  }
  if (actor.orgId === state.handler.id) {
    if (actor.orgKind === 'department') return has('officer');
    if (actor.orgKind === 'centre') return has('centreClerk');
  }
  // Both committees belong to the one subdistrict.
  if (actor.orgKind === 'subdistrict') return has('subdistrictAdmin') && !state.confidential;
  return false;
}

test('whoever he is, somebody knows of a case only where the rules of privacy let him', () => {
  fc.assert(
    fc.property(someActor, someCase, (actor, state) => {
      expect(maySeeCase(state, actor.scope)).toBe(mayKnow(actor, state));
    }),
    { numRuns: 3000 },
  );
});

test('whoever may not know of a case may do nothing to it; who only watches adds notes at most', () => {
  fc.assert(
    fc.property(someActor, someCase, (actor, state) => {
      const actions = allowedActions(state, actor, '2026-11-24T12:00:00+08:00');
      if (!mayKnow(actor, state)) expect(actions).toEqual([]);
      else if (actor.orgKind === 'subdistrict') expect(actions).toEqual(['note', 'rate']);
      else expect(actions).toContain('note');
    }),
    { numRuns: 3000 },
  );
});
