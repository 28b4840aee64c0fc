import { expect, test } from 'vitest';
import { rolesIn, roleText } from './roles.ts';

test('only roles that mean something there are offered', () => {
  expect(rolesIn('committee').map((r) => r.value)).toEqual(['worker', 'head', 'lineOwner']);
  expect(rolesIn('centre').map((r) => r.value)).toEqual(['centreClerk']);
});

test('roles read in Chinese', () => {
  expect(roleText('head')).toBe('居委会负责人');
  expect(roleText('later')).toBe('later');
});
