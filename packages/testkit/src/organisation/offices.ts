import type { ServiceLine } from '@qzt/domain/org';

/** An office of the composed subdistrict or district with the lines it answers for. */
export interface Office {
  readonly name: string;
  readonly lines: readonly ServiceLine[];
}

/** Offices of the subdistrict; between them every line has one. Names are composed: subdistricts differ. */
export const subdistrictOffices: readonly Office[] = [
  { name: '党建办公室', lines: ['党群'] },
  { name: '社区管理办公室', lines: ['环境物业', '人口管理'] },
  { name: '社区平安办公室', lines: ['综治平安', '人民调解'] },
  { name: '社区自治办公室', lines: ['妇儿', '便民服务'] },
  {
    name: '社会事业发展办公室',
    lines: ['民政救助', '养老', '残联', '优抚双拥', '卫生健康与计生', '就业社保', '文教体'],
  },
];

/** A department of the district that a committee may summon. */
export const districtOffices: readonly Office[] = [
  { name: '澄江区房屋管理部门', lines: ['环境物业'] },
];

export const serviceCentreName = '望潮街道社区事务受理服务中心';
