export {
  ORG_KIND_LABELS,
  ORG_KINDS,
  type OrgKind,
  type OrgNode,
  SERVICE_LINES,
  type ServiceLine,
} from './kinds.ts';
export {
  type Actor,
  may,
  PERMISSION_TABLE,
  PERMISSIONS,
  type Permission,
  permissionsOf,
} from './permissions.ts';
export { effectiveRoles, isRole, ROLE_HOMES, ROLE_LABELS, ROLES, type Role } from './roles.ts';
export { branchOf, inSameWorld, type Scope, scopeOf } from './scope.ts';
