import { expect, test } from 'vitest';
import { repeatKey } from './repeat-key.ts';

test('sending the same again keeps the key, sending something else makes a new one', () => {
  const first = repeatKey(null, { a: 1 });
  expect(repeatKey(first, { a: 1 }).key).toBe(first.key);
  expect(repeatKey(first, { a: 2 }).key).not.toBe(first.key);
});

test('keys are UUIDs of version 7', () => {
  expect(repeatKey(null, {}).key).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab]/);
});
