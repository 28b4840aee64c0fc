import { expect, test } from 'vitest';
import { mainStep } from './main-step.ts';

test('accepting comes first, then answering and not asking for papers, then the echo', () => {
  expect(mainStep(['accept', 'note'])).toBe('accept');
  expect(mainStep(['ask-materials', 'refer', 'dispatch', 'answer', 'note'])).toBe('answer');
  expect(mainStep(['receive-materials', 'note'])).toBe('receive-materials');
  expect(mainStep(['confirm', 'contest', 'note'])).toBe('confirm');
});

test('without any of these, the first that is allowed', () => {
  expect(mainStep(['take-back', 'note'])).toBe('take-back');
  expect(mainStep([])).toBeUndefined();
});
