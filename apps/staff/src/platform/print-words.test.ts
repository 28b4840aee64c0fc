import { expect, test } from 'vitest';
import { byHandSaid, printSaid } from './print-words.ts';

test('whatever becomes of a paper, the sentence says how to get it printed', () => {
  for (const outcome of ['sent', 'by-hand'] as const) {
    expect(printSaid({ outcome })).toContain('打开这张纸');
    expect(printSaid({ outcome })).toContain('Ctrl+P');
  }
});

test('a character that no font has is named, and nothing is said where all are there', () => {
  expect(byHandSaid({ missing: [] })).toBe(null);
  expect(byHandSaid({ missing: ['U+31350', 'U+31351'] })).toBe(
    '有 2 个字打不出来(U+31350 U+31351),纸上留了横线,请用手写上。',
  );
});
