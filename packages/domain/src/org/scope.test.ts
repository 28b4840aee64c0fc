import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Actor,
  branchOf,
  effectiveRoles,
  inSameWorld,
  may,
  ORG_KINDS,
  type OrgNode,
  PERMISSION_TABLE,
  PERMISSIONS,
  ROLES,
  scopeOf,
} from './index.ts';

const tree: OrgNode[] = [
  { id: 'd', kind: 'district', parentId: null, name: '区' },
  { id: 's1', kind: 'subdistrict', parentId: 'd', name: '一街道' },
  { id: 's2', kind: 'subdistrict', parentId: 'd', name: '二街道' },
  { id: 'c1', kind: 'committee', parentId: 's1', name: '一居委' },
  { id: 'c2', kind: 'committee', parentId: 's1', name: '二居委' },
  { id: 'c3', kind: 'committee', parentId: 's2', name: '三居委' },
  { id: 'o1', kind: 'department', parentId: 's1', name: '科室' },
  { id: 'z1', kind: 'centre', parentId: 's1', name: '受理中心' },
  { id: 'od', kind: 'department', parentId: 'd', name: '区科室' },
];
const nodeOf = new Map(tree.map((node) => [node.id, node]));

function somebody(orgId: string, roles: Actor['roles']): Actor {
  const orgKind = nodeOf.get(orgId)!.kind;
  return { staffId: 'p', name: '某', orgId, orgKind, roles };
}

test('a worker reaches her own committee and nothing of a neighbour', () => {
  const scope = scopeOf(somebody('c1', ['worker']), tree);
  expect(scope.committees).toEqual(['c1']);
  expect(scope.orgs).toEqual(['c1']);
  expect(scope.permissions).not.toContain('case.override');
});

test('an officer and a clerk have no committee, only their own office', () => {
  expect(scopeOf(somebody('o1', ['officer']), tree)).toMatchObject({
    committees: [],
    orgs: ['o1'],
  });
  expect(scopeOf(somebody('z1', ['centreClerk']), tree)).toMatchObject({
    committees: [],
    orgs: ['z1'],
  });
});

test('a subdistrict sees its committees without the confidential, a district sees no case', () => {
  const street = scopeOf(somebody('s1', ['subdistrictAdmin']), tree);
  expect(street.committees).toEqual(['c1', 'c2']);
  expect(street.orgs).toEqual(['c1', 'c2', 'o1', 's1', 'z1']);
  expect(street.permissions).toContain('case.read');
  expect(street.permissions).not.toContain('case.confidential.read');
  expect(street.permissions).not.toContain('case.write');
  const district = scopeOf(somebody('d', ['districtAdmin']), tree);
  expect(district.committees).toEqual([]);
  expect(district.orgs).toHaveLength(tree.length);
  expect(district.permissions).not.toContain('case.read');
});

test('an assessor reaches nobody; an auditor reads the log of his branch and no case', () => {
  expect(scopeOf(somebody('d', ['assessor']), tree)).toMatchObject({ committees: [], orgs: [] });
  const auditor = scopeOf(somebody('s2', ['auditor']), tree);
  expect(auditor).toMatchObject({ committees: [], orgs: ['c3', 's2'] });
  expect(auditor.permissions).toEqual(['audit.read', 'audit.verify']);
});

test('a role in the wrong kind of organisation grants nothing', () => {
  expect(effectiveRoles(['head', 'officer'], 'department')).toEqual(['officer']);
  expect(may({ roles: ['head'], orgKind: 'department' }, 'case.override')).toBe(false);
  expect(may({ roles: ['head'], orgKind: 'committee' }, 'case.override')).toBe(true);
});

test('a loop in the tree does not hang', () => {
  const loop: OrgNode[] = [
    { id: 'a', kind: 'subdistrict', parentId: 'b', name: '甲' },
    { id: 'b', kind: 'committee', parentId: 'a', name: '乙' },
  ];
  expect(branchOf('a', loop).map((node) => node.id)).toEqual(['a', 'b']);
  expect(branchOf('unknown', loop)).toEqual([]);
});

test('every permission has a Chinese label and at least one role', () => {
  for (const permission of PERMISSIONS) {
    const { label, roles } = PERMISSION_TABLE[permission];
    expect(label).toMatch(/\p{Script=Han}/u);
    expect(roles.length).toBeGreaterThan(0);
  }
});

test('whatever the roles, nobody reaches beyond his branch, and only a subdistrict beyond himself', () => {
  const someRoles = fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom(...tree), someRoles, (home, roles) => {
      const actor = somebody(home.id, roles);
      const scope = scopeOf(actor, tree);
      const below = new Set(branchOf(home.id, tree).map((node) => node.id));
      for (const id of [...scope.orgs, ...scope.committees]) expect(below).toContain(id);
      for (const id of scope.committees) expect(nodeOf.get(id)!.kind).toBe('committee');
      if (home.kind !== 'subdistrict') {
        expect(scope.committees.filter((id) => id !== home.id)).toEqual([]);
      }
      if (home.kind === 'district') expect(scope.permissions).not.toContain('case.read');
      for (const permission of PERMISSIONS) {
        expect(may(actor, permission)).toBe(scope.permissions.includes(permission));
      }
    }),
  );
  expect(ORG_KINDS).toHaveLength(5);
});

test('a place of practice is below nobody, is the whole of its own branch, and knows nothing real', () => {
  const street: OrgNode = { id: 's', kind: 'subdistrict', parentId: null, name: '街道' };
  const real: OrgNode = { id: 'c', kind: 'committee', parentId: 's', name: '居委会' };
  const place: OrgNode = { ...real, id: 'p', name: '居委会(演练)', practice: true };
  const tree = [street, real, place];
  expect(branchOf('s', tree).map(({ id }) => id)).toEqual(['s', 'c']);
  expect(branchOf('p', tree).map(({ id }) => id)).toEqual(['p']);
  expect(inSameWorld(street, place)).toBe(false);
  expect(inSameWorld(street, real)).toBe(true);
});
