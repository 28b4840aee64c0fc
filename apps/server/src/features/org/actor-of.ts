import { effectiveRoles, permissionsOf, scopeOf } from '@qzt/domain/org';
import type { Actor, Unit } from '../../platform/actor.ts';
import type { Person } from './session.store.ts';

/** What a person may see and do, computed from roles and place by the domain's one table. */
export async function actorOf(
  person: Person,
  directory: { units(): Promise<ReadonlyMap<string, Unit>> },
): Promise<Actor> {
  const units = await directory.units();
  const org = units.get(person.orgId);
  if (org === undefined) throw new Error(`staff ${person.staffId} without an organisation`);
  const scope = scopeOf(
    {
      staffId: person.staffId,
      name: person.name,
      orgId: org.id,
      orgKind: org.kind,
      roles: person.roles,
    },
    [...units.values()],
  );
  return {
    id: person.staffId,
    name: person.name,
    org,
    roles: person.roles,
    serviceLines: person.serviceLines,
    leader: person.leader,
    permissions: new Set(permissionsOf(effectiveRoles(person.roles, org.kind))),
    scope: {
      committees: scope.committees,
      orgs: scope.orgs,
      org: org.id,
      staff: person.staffId,
      permissions: scope.permissions,
    },
  };
}
