import type { Permission } from '../org/index.ts';

/** The lists of work, whose heading they stand under, and what somebody must be allowed to have them. */
export const WORKLISTS = {
  promises: { label: '我的承诺', needs: 'promise.read', at: 'committee' },
  // Matters that press in the whole committee: cases, never people in a row.
  committee: { label: '全居委今天要紧的', needs: 'case.override', at: 'committee' },
  handed: { label: '交给我的', needs: 'case.write', at: 'committee' },
  waiting: { label: '等居民补材料', needs: 'case.write', at: 'committee' },
  answered: { label: '已答复,等回音', needs: 'case.write', at: 'committee' },
  office: { label: '转来我们单位的', needs: 'case.write', at: 'office' },
  underWay: { label: '各居委会在办', needs: 'case.read', at: 'above' },
} as const satisfies Record<
  string,
  {
    readonly label: string;
    readonly needs: Permission;
    readonly at: 'committee' | 'office' | 'above';
  }
>;
export type WorklistName = keyof typeof WORKLISTS;
export const WORKLIST_NAMES = Object.keys(WORKLISTS) as readonly WorklistName[];

/** The lists that somebody has, in their order on the screen. Read by the server, which answers the others empty. */
export function worklistsOf(
  permissions: { has(permission: Permission): boolean },
  orgKind: string,
): WorklistName[] {
  return WORKLIST_NAMES.filter((name) => {
    const { needs, at } = WORKLISTS[name];
    return permissions.has(needs) && placeFits(at, orgKind, permissions);
  });
}

function placeFits(
  at: (typeof WORKLISTS)[WorklistName]['at'],
  orgKind: string,
  permissions: { has(permission: Permission): boolean },
): boolean {
  switch (at) {
    case 'committee':
      return orgKind === 'committee';
    case 'office':
      return orgKind === 'department' || orgKind === 'centre';
    case 'above':
      return orgKind !== 'committee' && !permissions.has('case.write');
  }
}
