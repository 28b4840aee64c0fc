import { expect, test } from 'vitest';
import { dividedSteps } from './rare-steps.ts';

test('everyday steps stand in their order, the others under 更多', () => {
  expect(dividedSteps(['note', 'withdraw', 'accept', 'contact'], false)).toEqual({
    everyday: ['accept', 'note'],
    rare: ['withdraw', 'contact'],
  });
});

test('where nobody can be told, the telephone comes first', () => {
  expect(dividedSteps(['note', 'contact'], true).everyday).toEqual(['contact', 'note']);
});
