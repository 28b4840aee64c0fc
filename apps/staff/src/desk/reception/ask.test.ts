import { expect, test } from 'vitest';
import { askBefore, stillAsked } from './ask.ts';
import { type Draft, newDraft } from './draft.ts';

const typed: Draft = { ...newDraft(), words: '楼道灯坏了' };
const picked: Draft = { ...typed, picked: { kind: 'other' } };
const visitor = { name: '', phone: '', onBehalfOf: '', relation: '' };

test('no case is sent without a choice: an item or 其他', () => {
  expect(askBefore(typed, 'settle', null)).toBe('item');
  expect(askBefore(typed, 'register', 'item')).toBe('item');
  expect(askBefore(picked, 'settle', null)).toBeNull();
  expect(askBefore(picked, 'register', 'item')).toBeNull();
});

test('one line needs no choice, and empty words are said at their own field', () => {
  expect(askBefore(typed, 'line', null)).toBeNull();
  expect(askBefore(newDraft(), 'register', null)).toBeNull();
});

test('a visitor without name and telephone is asked for once, when a promise is given', () => {
  const nameless: Draft = { ...picked, who: 'visitor', visitor };
  expect(askBefore(nameless, 'register', null)).toBe('phone');
  expect(askBefore(nameless, 'register', 'phone')).toBeNull();
  expect(askBefore(nameless, 'settle', null)).toBeNull();
  expect(askBefore({ ...nameless, who: 'nobody' }, 'register', null)).toBeNull();
  for (const more of [{ name: '王阿姨' }, { phone: '13800000001' }])
    expect(askBefore({ ...nameless, visitor: { ...visitor, ...more } }, 'register', null)).toBe(
      null,
    );
});

test('a question goes when it is answered', () => {
  const nameless: Draft = { ...picked, who: 'visitor', visitor };
  expect(stillAsked(typed, 'item')).toBe('item');
  expect(stillAsked(picked, 'item')).toBeNull();
  expect(stillAsked(nameless, 'phone')).toBe('phone');
  expect(stillAsked({ ...nameless, who: 'nobody' }, 'phone')).toBeNull();
  expect(stillAsked(typed, null)).toBeNull();
});
