import { expect, test } from 'vitest';
import { isNoMaterial } from './index.ts';

test.each([
  ['无', true],
  ['无(系统给出应去部门)', true],
  ['无犯罪记录证明', false],
  ['身份证', false],
])('%s', (name, none) => {
  expect(isNoMaterial(name)).toBe(none);
});
