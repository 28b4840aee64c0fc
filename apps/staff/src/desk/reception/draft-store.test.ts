import { expect, test } from 'vitest';
import { newDraft } from './draft.ts';
import { dropDraft, findDraft, keepDraft } from './draft-store.ts';

const makeStore = () => {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
};
const HOUR = 3_600_000;
const typed = { ...newDraft(), words: '我儿媳怀孕了' };

test('an unfinished entry comes back as it was, ids included', () => {
  const store = makeStore();
  keepDraft(store, 'a', typed, 0);
  expect(findDraft(store, 'a', HOUR)).toEqual(typed);
});

test('it belongs to one member of staff', () => {
  const store = makeStore();
  keepDraft(store, 'a', typed, 0);
  expect(findDraft(store, 'b', HOUR)).toBeNull();
});

test('an untouched entry leaves nothing behind', () => {
  const store = makeStore();
  keepDraft(store, 'a', typed, 0);
  keepDraft(store, 'a', newDraft(), 1);
  expect(store.held.size).toBe(0);
});

test('it goes by itself after twelve hours, and when it is dropped', () => {
  const store = makeStore();
  keepDraft(store, 'a', typed, 0);
  expect(findDraft(store, 'a', 12 * HOUR)).toBeNull();
  expect(store.held.size).toBe(0);
  keepDraft(store, 'a', typed, 0);
  dropDraft(store, 'a');
  expect(findDraft(store, 'a', 1)).toBeNull();
});

test('what was put away stays through a reload and beside what is written next', () => {
  const store = makeStore();
  keepDraft(store, 'a', typed, 0, 'put-away');
  keepDraft(store, 'a', newDraft(), 1);
  expect(findDraft(store, 'a', HOUR)).toBeNull();
  expect(findDraft(store, 'a', HOUR, 'put-away')).toEqual(typed);
  expect(findDraft(store, 'b', HOUR, 'put-away')).toBeNull();
  keepDraft(store, 'a', typed, 1);
  dropDraft(store, 'a', 'put-away');
  expect(findDraft(store, 'a', HOUR, 'put-away')).toBeNull();
  expect(findDraft(store, 'a', HOUR)).toEqual(typed);
});

test('after sending and at sign-out nothing stays, nor what was put away', () => {
  const store = makeStore();
  keepDraft(store, 'a', typed, 0);
  keepDraft(store, 'a', typed, 0, 'put-away');
  dropDraft(store, 'a');
  expect(store.held.size).toBe(0);
});

test('what cannot be read is thrown away instead of breaking the desk', () => {
  const store = makeStore();
  keepDraft(store, 'a', typed, 0);
  const [key] = store.held.keys();
  store.setItem(key!, '{"shape":1,"at":');
  expect(findDraft(store, 'a', 1)).toBeNull();
  store.setItem(key!, '{"shape":0,"at":0,"draft":{}}');
  expect(findDraft(store, 'a', 1)).toBeNull();
  expect(store.held.size).toBe(0);
});

test('a storage that refuses does not stop the work', () => {
  const refuse = (): never => {
    throw new Error('QuotaExceededError');
  };
  const store = { getItem: refuse, setItem: refuse, removeItem: refuse };
  expect(() => keepDraft(store, 'a', typed, 0)).not.toThrow();
  expect(findDraft(store, 'a', 0)).toBeNull();
});
