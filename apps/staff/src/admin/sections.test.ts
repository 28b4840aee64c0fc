import { permissionsOf } from '@qzt/domain/org';
import { expect, test } from 'vitest';
import { sectionsFor } from './sections.ts';

const labels = (...roles: Parameters<typeof permissionsOf>[0]) =>
  sectionsFor(permissionsOf(roles)).map((s) => s.label);

test('the navigation holds what a person may do, and nothing else', () => {
  expect(labels('worker')).toEqual(['工作人员', '事项目录', '意见', '我的登录']);
  expect(labels('worker', 'head')).toEqual([
    '在岗',
    '工作人员',
    '开放时间',
    '事项目录',
    '证明去向',
    '意见',
    '我的登录',
  ]);
  expect(labels('subdistrictAdmin')).toEqual([
    '工作人员',
    '组织',
    '工作日历',
    '开放时间',
    '事项目录',
    '证明去向',
    '意见',
    '我的登录',
  ]);
  expect(labels('auditor')).toEqual(['意见', '我的登录']);
});
