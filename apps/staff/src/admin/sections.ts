import type { Permission } from '@qzt/domain/org';

interface Section {
  readonly to: string;
  readonly label: string;
  /** Null: everybody's own. */
  readonly permission: Permission | null;
}

/** The pages of the administration in their order; each is offered only to those who may read it. */
export const SECTIONS = [
  { to: '/admin/presence', label: '在岗', permission: 'presence.set' },
  { to: '/admin/staff', label: '工作人员', permission: 'staff.read' },
  { to: '/admin/org', label: '组织', permission: 'org.manage' },
  { to: '/admin/calendar', label: '工作日历', permission: 'calendar.edit' },
  { to: '/admin/hours', label: '开放时间', permission: 'hours.edit' },
  { to: '/admin/catalogue', label: '事项目录', permission: 'catalogue.read' },
  { to: '/admin/certificates', label: '证明去向', permission: 'certificate.edit' },
  { to: '/admin/feedback', label: '意见', permission: null },
  { to: '/admin/account', label: '我的登录', permission: null },
] as const satisfies readonly Section[];

export const sectionsFor = (permissions: readonly string[]): (typeof SECTIONS)[number][] =>
  SECTIONS.filter(({ permission }) => permission === null || permissions.includes(permission));
