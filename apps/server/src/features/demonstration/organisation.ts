import type { Role, ServiceLine } from '@qzt/domain/org';
import { v5 as uuidv5 } from 'uuid';
import type { Unit } from '../../platform/actor.ts';

/** Everything of the demonstration has an id made from its name: the same on every machine, and plainly not real. */
const NAMESPACE = '6f9b2c1e-52a4-4d0e-9a75-0d6c1f3e7a10';
export const demoId = (...names: readonly string[]): string => uuidv5(names.join('/'), NAMESPACE);

export const DEMO_PASSWORD = 'quanzoutong-demo';

export interface DemoStaff {
  readonly id: string;
  readonly orgId: string;
  readonly username: string;
  readonly name: string;
  readonly leader: boolean;
  readonly roles: readonly Role[];
  readonly serviceLines: readonly ServiceLine[];
}

/** An invented district and subdistrict: no place of Shanghai bears these names. */
export const DISTRICT = '澄江区(演示)';
const SUBDISTRICT = '望潮街道(演示)';

const DEPARTMENTS = [
  '社会事业发展办公室',
  '社区管理办公室',
  '社区平安办公室',
  '社区自治办公室',
  '党建办公室',
];

/** The first is the one that `worker` and `head` belong to, the second that of `worker2` and `head2`. */
export const COMMITTEES = [
  '林云',
  '望潮',
  '听泉',
  '松月',
  '晴川',
  '锦溪',
  '芦荻',
  '白鹭',
  '云栖',
  '怀竹',
  '春申里',
  '梧桐里',
  '长虹',
  '星河',
  '荷塘',
  '青枫',
  '银杏',
  '海棠',
  '沁园',
  '朝晖',
  '采薇',
  '鹿鸣',
  '流芳',
  '知春',
  '澄心',
  '安澜',
  '永乐里',
  '同心',
  '和畅',
  '惠风',
] as const;

const unit = (kind: Unit['kind'], name: string, code: string, parentId: string | null): Unit => ({
  id: demoId(kind, name),
  kind,
  name,
  code,
  parentId,
});

/** District, subdistrict, its offices and committees, and one department of the district. */
export function demoUnits(): Unit[] {
  const district = unit('district', DISTRICT, 'demo-district', null);
  const subdistrict = unit('subdistrict', SUBDISTRICT, 'demo-street', district.id);
  return [
    district,
    unit('department', '澄江区房屋管理部门(演示)', 'demo-housing', district.id),
    subdistrict,
    ...DEPARTMENTS.map((name, index) =>
      unit('department', name, `demo-office-${index + 1}`, subdistrict.id),
    ),
    unit('centre', '望潮街道社区事务受理服务中心', 'demo-centre', subdistrict.id),
    ...COMMITTEES.map((name, index) =>
      unit(
        'committee',
        `${name}居委会`,
        `demo-${String(index + 1).padStart(2, '0')}`,
        subdistrict.id,
      ),
    ),
  ];
}

const committeeId = (index: number): string => demoId('committee', `${COMMITTEES[index]}居委会`);

const account = (
  username: string,
  name: string,
  orgId: string,
  roles: readonly Role[],
  serviceLines: readonly ServiceLine[] = [],
  leader = false,
): DemoStaff => ({
  id: demoId('staff', username),
  orgId,
  username,
  name,
  leader,
  roles,
  serviceLines,
});

/** The accounts of the public contract. One password for all; they exist with demonstration data only. */
export function demoAccounts(): DemoStaff[] {
  const subdistrict = demoId('subdistrict', SUBDISTRICT);
  const district = demoId('district', DISTRICT);
  return [
    account('worker', '孙晓梅', committeeId(0), ['worker', 'lineOwner'], ['卫生健康与计生']),
    account('head', '李建国', committeeId(0), ['worker', 'head'], ['党群'], true),
    account('worker2', '周婷', committeeId(1), ['worker', 'lineOwner'], ['养老']),
    account('head2', '吴志强', committeeId(1), ['worker', 'head'], ['党群'], true),
    account(
      'officer',
      '陈思远',
      demoId('department', DEPARTMENTS[0] ?? ''),
      ['officer'],
      ['民政救助', '养老', '残联'],
    ),
    account('centre', '黄丽', demoId('centre', '望潮街道社区事务受理服务中心'), ['centreClerk']),
    account('street', '徐文', subdistrict, ['subdistrictAdmin', 'catalogueMaintainer']),
    account('district', '沈晴', district, ['districtAdmin']),
    account(
      'department',
      '郑海',
      demoId('department', '澄江区房屋管理部门(演示)'),
      ['officer'],
      ['环境物业'],
    ),
    account('assessor', '冯雪', district, ['assessor']),
    account('auditor', '蒋平', district, ['auditor']),
  ];
}
