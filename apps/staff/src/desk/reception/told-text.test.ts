import type { CaseView } from '@qzt/contract/reception';
import { expect, test } from 'vitest';
import { toldText } from './told-text.ts';

const made = {
  handler: { kind: 'centre', name: '受理中心', org: '受理中心' },
  dueAt: '2099-11-25T17:30:00+08:00',
  dueKind: 'accept',
} as CaseView;

test('the resident reads one plain sentence, with the time that was promised', () => {
  expect(toldText({ act: 'settle', made })).toBe('已经办好了。');
  expect(toldText({ act: 'line', made: null })).toBe('已经记下了。');
  expect(toldText({ act: 'point', made: null })).toContain('去哪里办');
  expect(toldText({ act: 'register', made })).toBe(
    '已登记,最晚 2099年11月25日 周三 17:30 前开始办,并告诉您能不能办。',
  );
  expect(toldText({ act: 'refer', made: { ...made, dueKind: 'limit' } })).toBe(
    '已交给受理中心,最晚 2099年11月25日 周三 17:30 前给您回话。',
  );
  expect(toldText({ act: 'register', made: { ...made, dueAt: null, dueKind: null } })).toBe(
    '已登记。',
  );
});
