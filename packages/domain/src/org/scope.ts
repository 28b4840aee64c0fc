import type { OrgNode } from './kinds.ts';
import { type Actor, type Permission, permissionsOf } from './permissions.ts';
import { effectiveRoles, type Role } from './roles.ts';

/** What a transaction may touch: the value that the database's policies are given. */
export interface Scope {
  readonly staffId: string;
  /** Committees whose daily work is in reach. */
  readonly committees: readonly string[];
  /** Organisations whose own records (staff, hand-overs, directives, audit) are in reach. */
  readonly orgs: readonly string[];
  readonly permissions: readonly Permission[];
}

const COMMITTEE_ROLES: readonly Role[] = ['worker', 'head', 'lineOwner'];
const OFFICE_ROLES: readonly Role[] = ['officer', 'centreClerk'];

/**
 * The scope of somebody of the staff, by least privilege:
 * - people of a committee: their own committee, and nothing of a neighbour;
 * - officers and clerks: no committee. They see a case only because, and only while, it is handed to their office;
 * - a subdistrict's administrator: its committees (confidential cases need a permission that he does not have);
 * - a district's administrator: the organisations below him, but no committee, so no resident's case;
 * - an auditor: the organisations of his branch, for their log. Without `case.read` no policy shows him a case;
 * - an assessor and a maintainer of the catalogue: nobody's records. An assessor gets committees from a campaign.
 *
 * A policy must therefore ask for the permission as well as for the organisation: `orgs` alone opens nothing.
 */
export function scopeOf(actor: Actor, tree: readonly OrgNode[]): Scope {
  const roles = effectiveRoles(actor.roles, actor.orgKind);
  const has = (wanted: readonly Role[]) => roles.some((role) => wanted.includes(role));
  const committees = new Set<string>();
  const orgs = new Set<string>();
  if (has(COMMITTEE_ROLES)) {
    committees.add(actor.orgId);
    orgs.add(actor.orgId);
  }
  if (has(OFFICE_ROLES)) orgs.add(actor.orgId);
  if (has(['subdistrictAdmin', 'districtAdmin', 'auditor'])) {
    for (const node of branchOf(actor.orgId, tree)) {
      orgs.add(node.id);
      if (node.kind === 'committee' && has(['subdistrictAdmin'])) committees.add(node.id);
    }
  }
  return {
    staffId: actor.staffId,
    committees: [...committees].sort(),
    orgs: [...orgs].sort(),
    permissions: permissionsOf(roles),
  };
}

/** Whether two organisations may know of each other: a place to practise knows its own offices and nothing that is real. */
export const inSameWorld = (
  one: Pick<OrgNode, 'practice'>,
  other: Pick<OrgNode, 'practice'>,
): boolean => (one.practice ?? false) === (other.practice ?? false);

/**
 * An organisation and everything below it. An unknown id gives nothing; a loop in the data does not hang. Places to practise
 * are below nobody: what is done there is in nobody's list, figure or register.
 */
export function branchOf(rootId: string, tree: readonly OrgNode[]): OrgNode[] {
  const open = tree.filter((node) => node.id === rootId);
  const real = tree.filter((node) => !node.practice);
  const children = Map.groupBy(real, (node) => node.parentId);
  const found = new Map<string, OrgNode>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (found.has(node.id)) continue;
    found.set(node.id, node);
    open.push(...(children.get(node.id) ?? []));
  }
  return [...found.values()];
}
