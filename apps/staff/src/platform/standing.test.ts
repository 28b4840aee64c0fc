import { expect, test } from 'vitest';
import { standingText } from './standing.ts';

test('a standing is said in words', () => {
  expect(standingText('reconstructed')).toContain('待核实');
  expect(standingText('new-one')).toBe('new-one');
});
