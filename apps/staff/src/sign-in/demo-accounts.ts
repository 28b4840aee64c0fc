/** The accounts that exist on demonstration data, with what each is for. */
export const DEMO_PASSWORD = 'quanzoutong-demo';

export const DEMO_ACCOUNTS = [
  { username: 'worker', what: '居委干部,卫生健康与计生条线负责人' },
  { username: 'head', what: '这个居委会的负责人(书记)' },
  { username: 'worker2', what: '同一街镇另一个居委会的干部' },
  { username: 'head2', what: '另一个居委会的负责人' },
  { username: 'officer', what: '街镇科室经办' },
  { username: 'centre', what: '社区事务受理服务中心窗口' },
  { username: 'street', what: '街镇管理员,也维护事项目录' },
  { username: 'district', what: '区管理员' },
  { username: 'department', what: '区级部门经办' },
  { username: 'assessor', what: '评估员' },
  { username: 'auditor', what: '审计员' },
] as const;
