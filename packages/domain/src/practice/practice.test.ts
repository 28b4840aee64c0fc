import { expect, test } from 'vitest';
import { FIRST_DAY, practiceCode, practiceName, practiceRoles, practisedSteps } from './index.ts';

test('an exercise is done when something of it is stored, in whatever order', () => {
  const nothing = { found: 0, settled: 0, promised: 0, referred: 0, lent: 0, real: 0 };
  expect(practisedSteps(nothing)).toEqual([]);
  expect(practisedSteps({ ...nothing, lent: 1 })).toEqual(['lend']);
  expect(practisedSteps({ ...nothing, real: 3, found: 2 })).toEqual(['find', 'real']);
  expect(
    practisedSteps({ found: 1, settled: 1, promised: 1, referred: 1, lent: 1, real: 1 }),
  ).toEqual(FIRST_DAY);
});

test('whoever practises is worker and head, keeps his lines, and is nothing else', () => {
  expect(practiceRoles(['worker'])).toEqual(['worker', 'head']);
  expect(practiceRoles(['worker', 'lineOwner'])).toEqual(['worker', 'head', 'lineOwner']);
  expect(practiceRoles(['head', 'auditor'])).toEqual(['worker', 'head']);
});

test('a place of practice is told from a real one by name and by code', () => {
  expect(practiceName('林云居委会')).toBe('林云居委会(演练)');
  expect(practiceCode('demo-01')).toBe('demo-01-yl');
  expect(practiceCode('demo-street', 2)).toBe('demo-street-yl-2');
});
