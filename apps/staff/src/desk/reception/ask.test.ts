import { expect, test } from 'vitest';
import { askBefore, canBeTold, stillAsked } from './ask.ts';
import { type Draft, newDraft } from './draft.ts';

const empty: Draft = newDraft(new Date('2026-11-24T06:30:00Z'));
const typed: Draft = { ...empty, words: '楼道灯坏了' };
const picked: Draft = { ...typed, picked: { kind: 'other' } };

test('no case is sent without a choice: an item or 其他', () => {
  for (const act of ['settle', 'register', 'refer', 'dispatch'] as const) {
    expect(askBefore(typed, act)).toBe('item');
    expect(askBefore(picked, act)).toBeNull();
  }
});

test('one line needs no choice, and empty words are said at their own field', () => {
  expect(askBefore(typed, 'line')).toBeNull();
  expect(askBefore(typed, 'point')).toBeNull();
  expect(askBefore(empty, 'register')).toBeNull();
});

test('a question goes when it is answered', () => {
  expect(stillAsked(typed, 'item')).toBe('item');
  expect(stillAsked(picked, 'item')).toBeNull();
  expect(stillAsked(typed, null)).toBeNull();
});

test('an answer needs a resident or a telephone; a name alone cannot be called', () => {
  expect(canBeTold(empty)).toBe(false);
  expect(canBeTold({ ...empty, visitor: { ...empty.visitor, name: '王阿姨' } })).toBe(false);
  expect(canBeTold({ ...empty, visitor: { ...empty.visitor, phone: '13800000001' } })).toBe(true);
});
