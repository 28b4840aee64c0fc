import { expect, test } from 'vitest';
import { kitSaid } from './kit-words.ts';

const before = {
  date: '2026-11-24',
  readyFrom: '16:30',
  madeAt: null,
  printedAt: null,
  printedBy: null,
};
const made = { ...before, madeAt: '2026-11-24T16:31:00+08:00' };
const printed = {
  ...made,
  printedAt: '2026-11-24T17:02:00+08:00',
  printedBy: { id: 'x', name: '孙老师' },
};

test('the sentence follows the kit through its evening and always says what to do', () => {
  expect(kitSaid(before)).toContain('16:30');
  expect(kitSaid(made)).toContain('16:31 已备好,还没打印');
  expect(kitSaid(printed)).toContain('17:02 孙老师打印过');
});
