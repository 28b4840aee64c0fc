/** Kinds of organisation. A committee is the tenant of daily work; the others own records of upper levels. */
export const ORG_KINDS = ['district', 'subdistrict', 'committee', 'department', 'centre'] as const;
export type OrgKind = (typeof ORG_KINDS)[number];

export const ORG_KIND_LABELS: Readonly<Record<OrgKind, string>> = {
  district: '区',
  subdistrict: '街镇',
  committee: '居委会',
  department: '科室',
  centre: '社区事务受理服务中心',
};

/** An organisation in the tree; `parentId` null for a district. */
export interface OrgNode {
  readonly id: string;
  readonly kind: OrgKind;
  readonly parentId: string | null;
  readonly name: string;
  /** A place to practise, or an office of one: see `inSameWorld`. */
  readonly practice?: boolean;
}

/** The 13 policy fields of a committee's work and 便民服务 for doorstep kinds (standing: press-local, the work model). */
export const SERVICE_LINES = [
  '党群',
  '民政救助',
  '养老',
  '残联',
  '优抚双拥',
  '卫生健康与计生',
  '就业社保',
  '综治平安',
  '人口管理',
  '人民调解',
  '文教体',
  '妇儿',
  '环境物业',
  '便民服务',
] as const;
export type ServiceLine = (typeof SERVICE_LINES)[number];
