import type { OrgKind } from './kinds.ts';

export const ROLES = [
  'worker',
  'head',
  'lineOwner',
  'officer',
  'centreClerk',
  'subdistrictAdmin',
  'districtAdmin',
  'catalogueMaintainer',
  'assessor',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  worker: '居委干部',
  head: '居委会负责人',
  lineOwner: '条线负责人',
  officer: '科室经办',
  centreClerk: '受理中心窗口',
  subdistrictAdmin: '街镇管理员',
  districtAdmin: '区管理员',
  catalogueMaintainer: '目录维护',
  assessor: '评估员',
  auditor: '审计员',
};

/**
 * Where a role means something. A role given to somebody of another kind of organisation grants nothing: a slip of
 * an administrator (head in a department) must not open a committee's records.
 */
export const ROLE_HOMES = {
  worker: ['committee'],
  head: ['committee'],
  lineOwner: ['committee'],
  officer: ['department'],
  centreClerk: ['centre'],
  subdistrictAdmin: ['subdistrict'],
  districtAdmin: ['district'],
  catalogueMaintainer: ['subdistrict', 'district', 'department'],
  assessor: ['subdistrict', 'district', 'department'],
  auditor: ['subdistrict', 'district', 'department'],
} as const satisfies Record<Role, readonly OrgKind[]>;

/** Whether a word is a role. */
export function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word);
}

/** The roles that count for somebody of this kind of organisation. */
export function effectiveRoles(roles: readonly Role[], orgKind: OrgKind): Role[] {
  return roles.filter((role) => (ROLE_HOMES[role] as readonly OrgKind[]).includes(orgKind));
}
