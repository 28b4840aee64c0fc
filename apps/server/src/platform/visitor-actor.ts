import type { Actor, Unit } from './actor.ts';

/** Whoever reads a residents' page without signing in acts under this id, in one committee at a time. */
const VISITOR_ID = '00000000-0000-7000-8000-000000000002';

/**
 * A resident without a session, in the committee that his code names: within its scope, without a single permission. So
 * the policies themselves keep from him what is confidential, and whatever else asks for a permission.
 */
export const visitorActor = (committee: Unit): Actor => ({
  id: VISITOR_ID,
  name: '居民',
  org: committee,
  roles: [],
  serviceLines: [],
  leader: false,
  permissions: new Set(),
  scope: {
    committees: [committee.id],
    orgs: [],
    org: committee.id,
    staff: VISITOR_ID,
    permissions: [],
  },
});
