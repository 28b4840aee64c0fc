import { expect, test } from 'vitest';
import { keepNotice, LONGEST_NOTICE, readNotice } from './notice-store.ts';
import { DEFAULT_NOTICE } from './plate.ts';

const memory = () => {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
};

test('a sentence is kept, an empty one brings back ours, a long one is cut', () => {
  const store = memory();
  expect(readNotice(store)).toBe(DEFAULT_NOTICE);
  expect(keepNotice(store, ' 明天停水 ')).toBe('明天停水');
  expect(readNotice(store)).toBe('明天停水');
  expect(keepNotice(store, '水'.repeat(100_000))).toHaveLength(LONGEST_NOTICE);
  expect(keepNotice(store, '  ')).toBe(DEFAULT_NOTICE);
  expect(readNotice(store)).toBe(DEFAULT_NOTICE);
});

test('a forbidden storage stops nobody', () => {
  const forbidden = {
    getItem: () => {
      throw new DOMException('no');
    },
    setItem: () => {
      throw new DOMException('no');
    },
    removeItem: () => undefined,
  };
  expect(readNotice(forbidden)).toBe(DEFAULT_NOTICE);
  expect(keepNotice(forbidden, '明天停水')).toBe('明天停水');
});
