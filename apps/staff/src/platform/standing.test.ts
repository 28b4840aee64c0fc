import { expect, test } from 'vitest';
import { isOfficial, standingText } from './standing.ts';

test('what was put in, seen elsewhere or assumed never reads as a rule', () => {
  expect(isOfficial('official-national')).toBe(true);
  for (const standing of ['reconstructed', 'attested', 'listed', 'assumed', 'elsewhere', 'new-one'])
    expect(isOfficial(standing), standing).toBe(false);
});

test('a standing is said in words', () => {
  expect(standingText('reconstructed')).toContain('待核实');
  expect(standingText('new-one')).toBe('new-one');
});
