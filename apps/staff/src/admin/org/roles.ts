import { isRole, type OrgKind, ROLE_HOMES, ROLE_LABELS, ROLES } from '@qzt/domain/org';

export const roleText = (role: string): string => (isRole(role) ? ROLE_LABELS[role] : role);

/** The roles that mean something in an organisation of this kind: no other is offered. */
export const rolesIn = (kind: OrgKind): { value: string; label: string }[] =>
  ROLES.filter((role) => (ROLE_HOMES[role] as readonly OrgKind[]).includes(kind)).map((role) => ({
    value: role,
    label: ROLE_LABELS[role],
  }));
