import { expect, test } from 'vitest';
import { coverOf } from './covered.ts';

test('a register covers what and who of a confidential case, and nothing of any other', () => {
  const line = { confidential: true, caseId: 'c1' };
  expect(coverOf(line, 'item')).toBe('保密件');
  expect(coverOf(line, 'who')).toBe('');
  expect(coverOf(line, 'number')).toBeUndefined();
  expect(coverOf({ ...line, confidential: false }, 'who')).toBeUndefined();
  // What is lent has no case to open.
  expect(coverOf({ ...line, caseId: null }, 'who')).toBeUndefined();
});
