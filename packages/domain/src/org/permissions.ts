import type { OrgKind, ServiceLine } from './kinds.ts';
import { effectiveRoles, type Role } from './roles.ts';

interface PermissionRow {
  readonly label: string;
  readonly roles: readonly Role[];
}

/**
 * The one table of who may do what, read by the server (which refuses) and by the screens (which do not offer).
 * Least privilege: a role stands in a row only where its work is impossible without it. A permission says what kind
 * of act; on whose records it reaches is the scope (`scopeOf`) and, for a case, the table of transitions.
 */
export const PERMISSION_TABLE = {
  'encounter.write': { label: '登记接触', roles: ['worker', 'head', 'lineOwner'] },
  'encounter.read': { label: '查看接触记录', roles: ['worker', 'head', 'lineOwner'] },
  'case.register': { label: '登记办件', roles: ['worker', 'head', 'lineOwner'] },
  // Administrators of a subdistrict read to supervise; those of a district see figures, never a resident's case.
  'case.read': {
    label: '查看办件',
    roles: ['worker', 'head', 'lineOwner', 'officer', 'centreClerk', 'subdistrictAdmin'],
  },
  'case.write': {
    label: '办理办件',
    roles: ['worker', 'head', 'lineOwner', 'officer', 'centreClerk'],
  },
  'case.override': { label: '改派、延期、移交、结束办件', roles: ['head'] },
  // The worker first asked and the worker it is with see it because they are named, not by a role.
  'case.confidential.read': { label: '查看保密办件', roles: ['head'] },
  'promise.read': {
    label: '查看承诺',
    roles: ['worker', 'head', 'lineOwner', 'officer', 'centreClerk'],
  },
  'resident.search': { label: '查找居民', roles: ['worker', 'head', 'lineOwner'] },
  'resident.unmask': { label: '查看居民完整信息', roles: ['worker', 'head', 'lineOwner'] },
  // The one who refuses or writes a paper is whoever is at the desk; a paper of no confirmed list wants the head.
  'certificate.issue': { label: '出具证明', roles: ['worker', 'head', 'lineOwner'] },
  'certificate.approve': { label: '同意出具证明', roles: ['head'] },
  'certificate.edit': { label: '维护证明去向', roles: ['head', 'subdistrictAdmin'] },
  // An administrator of a subdistrict reads service facts without persons; a head's own people read it whole.
  'ledger.read': {
    label: '查看登记簿',
    roles: ['worker', 'head', 'lineOwner', 'subdistrictAdmin'],
  },
  'ledger.export': {
    label: '导出登记簿',
    roles: ['worker', 'head', 'lineOwner', 'subdistrictAdmin'],
  },
  'loan.read': { label: '查看借还', roles: ['worker', 'head', 'lineOwner'] },
  'loan.write': { label: '登记借还', roles: ['worker', 'head', 'lineOwner'] },
  'phonebook.read': { label: '查看电话本', roles: ['worker', 'head', 'lineOwner'] },
  'phonebook.edit': { label: '修改电话本', roles: ['head'] },
  'kit.print': { label: '打印断网包', roles: ['worker', 'head', 'lineOwner'] },
  'handOver.write': { label: '交接班', roles: ['worker', 'head', 'lineOwner'] },
  // Everybody may write; who answers is the head, and whoever administers above.
  'feedback.answer': {
    label: '回答意见',
    roles: ['head', 'subdistrictAdmin', 'districtAdmin'],
  },
  'org.manage': { label: '管理组织', roles: ['subdistrictAdmin', 'districtAdmin'] },
  'staff.read': {
    label: '查看同事名单',
    roles: ['worker', 'head', 'lineOwner', 'subdistrictAdmin', 'districtAdmin'],
  },
  'staff.manage': { label: '管理人员', roles: ['subdistrictAdmin', 'districtAdmin'] },
  // A head must not make accounts, but must be able to pass on what a leaving colleague leaves open.
  'staff.handover': {
    label: '离岗移交',
    roles: ['head', 'subdistrictAdmin', 'districtAdmin'],
  },
  'session.manage': { label: '让他人退出登录', roles: ['subdistrictAdmin', 'districtAdmin'] },
  'calendar.edit': { label: '修改工作日历', roles: ['subdistrictAdmin', 'districtAdmin'] },
  'hours.edit': { label: '修改开放时间', roles: ['head', 'subdistrictAdmin'] },
  // Who works by the catalogue sees how far it may be trusted.
  'catalogue.read': {
    label: '查看事项目录',
    roles: [
      'worker',
      'head',
      'lineOwner',
      'officer',
      'centreClerk',
      'subdistrictAdmin',
      'districtAdmin',
      'catalogueMaintainer',
    ],
  },
  'catalogue.edit': { label: '维护事项目录', roles: ['catalogueMaintainer'] },
  'presence.read': {
    label: '查看谁在岗',
    roles: ['worker', 'head', 'lineOwner', 'subdistrictAdmin'],
  },
  'presence.set': { label: '登记谁在岗', roles: ['head'] },
  'roster.preview': {
    label: '试排班',
    roles: ['head', 'subdistrictAdmin', 'districtAdmin'],
  },
  // Who looked at whom is itself sensitive: only the auditor reads the log. Whether the chain holds shows no person.
  'audit.read': { label: '查看操作日志', roles: ['auditor'] },
  'audit.verify': {
    label: '验证操作日志',
    roles: ['auditor', 'subdistrictAdmin', 'districtAdmin'],
  },
} as const satisfies Record<string, PermissionRow>;

export type Permission = keyof typeof PERMISSION_TABLE;

export const PERMISSIONS = Object.keys(PERMISSION_TABLE) as readonly Permission[];

/** Somebody of the staff who acts. */
export interface Actor {
  readonly staffId: string;
  readonly name: string;
  readonly orgId: string;
  readonly orgKind: OrgKind;
  readonly roles: readonly Role[];
  readonly serviceLines?: readonly ServiceLine[];
}

/** The permissions of a set of roles, in the table's order. Roles only: see `effectiveRoles` for where they count. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return PERMISSIONS.filter((permission) => {
    const row: PermissionRow = PERMISSION_TABLE[permission];
    return roles.some((role) => row.roles.includes(role));
  });
}

/** Whether the actor may do this kind of act at all, by the roles that count in his organisation. */
export function may(actor: Pick<Actor, 'roles' | 'orgKind'>, permission: Permission): boolean {
  return permissionsOf(effectiveRoles(actor.roles, actor.orgKind)).includes(permission);
}
