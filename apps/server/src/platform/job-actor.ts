import { permissionsOf } from '@qzt/domain/org';
import { type Actor, JOB_ID, type Unit } from './actor.ts';

/**
 * The platform's own job in one committee: it works on any case there, confidential ones too, and nowhere else. What it
 * does is logged in the committee's own log.
 */
export function jobActor(committee: Unit): Actor {
  const permissions = permissionsOf(['head']);
  return {
    id: JOB_ID,
    name: '系统',
    org: committee,
    roles: [],
    serviceLines: [],
    leader: false,
    permissions: new Set(permissions),
    scope: {
      committees: [committee.id],
      orgs: [committee.id],
      org: committee.id,
      staff: JOB_ID,
      permissions,
    },
  };
}
