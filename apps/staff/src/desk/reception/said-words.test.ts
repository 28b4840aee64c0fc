import { expect, test } from 'vitest';
import { newDraft } from './draft.ts';
import { leftText } from './said-words.ts';

test('what was left unfinished is named by its words, taken or not, and never at length', () => {
  const draft = newDraft(new Date('2026-11-24T06:00:00Z'));
  expect(leftText({ ...draft, box: '借轮椅' })).toContain('“借轮椅”');
  expect(leftText({ ...draft, words: '问公租房', box: '带了户口簿' })).toContain('问公租房');
  expect([...leftText({ ...draft, box: '漏水'.repeat(500) })].length).toBeLessThan(40);
  expect(leftText({ ...draft, resident: null })).toBe('上次有一笔没写完');
});
