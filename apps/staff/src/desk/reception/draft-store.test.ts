import { expect, test } from 'vitest';
import { newDraft } from './draft.ts';
import {
  adoptDrafts,
  dropAllDrafts,
  dropDraft,
  findDraft,
  keepDraft,
  windowsOf,
} from './draft-store.ts';

const makeStore = () => {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
    key: (index: number) => [...held.keys()][index] ?? null,
    get length() {
      return held.size;
    },
  };
};
const HOUR = 3_600_000;
const a = { staffId: 'a', windowId: 'w1' };
const b = { staffId: 'b', windowId: 'w1' };
const typed = { ...newDraft(new Date('2026-11-24T06:30:00Z')), words: '我儿媳怀孕了' };

test('an unfinished entry comes back as it was, ids included', () => {
  const store = makeStore();
  keepDraft(store, a, typed, 0);
  expect(findDraft(store, a, HOUR)).toEqual(typed);
});

test('it belongs to one member of staff', () => {
  const store = makeStore();
  keepDraft(store, a, typed, 0);
  expect(findDraft(store, b, HOUR)).toBeNull();
});

test('an untouched entry leaves nothing behind', () => {
  const store = makeStore();
  keepDraft(store, a, typed, 0);
  keepDraft(store, a, newDraft(new Date('2026-11-24T06:30:00Z')), 1);
  expect(store.held.size).toBe(0);
});

test('it goes by itself after twelve hours, and when it is dropped', () => {
  const store = makeStore();
  keepDraft(store, a, typed, 0);
  expect(findDraft(store, a, 12 * HOUR)).toBeNull();
  expect(store.held.size).toBe(0);
  keepDraft(store, a, typed, 0);
  dropDraft(store, a);
  expect(findDraft(store, a, 1)).toBeNull();
});

test('what was put away stays through a reload and beside what is written next', () => {
  const store = makeStore();
  keepDraft(store, a, typed, 0, 'put-away');
  keepDraft(store, a, newDraft(new Date('2026-11-24T06:30:00Z')), 1);
  expect(findDraft(store, a, HOUR)).toBeNull();
  expect(findDraft(store, a, HOUR, 'put-away')).toEqual(typed);
  expect(findDraft(store, b, HOUR, 'put-away')).toBeNull();
  keepDraft(store, a, typed, 1);
  dropDraft(store, a, 'put-away');
  expect(findDraft(store, a, HOUR, 'put-away')).toBeNull();
  expect(findDraft(store, a, HOUR)).toEqual(typed);
});

test('after sending and at sign-out nothing stays, nor what was put away', () => {
  const store = makeStore();
  keepDraft(store, a, typed, 0);
  keepDraft(store, a, typed, 0, 'put-away');
  dropDraft(store, a);
  expect(store.held.size).toBe(0);
});

test('what cannot be read is thrown away instead of breaking the desk', () => {
  const store = makeStore();
  keepDraft(store, a, typed, 0);
  const [key] = store.held.keys();
  store.setItem(key!, '{"shape":1,"at":');
  expect(findDraft(store, a, 1)).toBeNull();
  store.setItem(key!, '{"shape":0,"at":0,"draft":{}}');
  expect(findDraft(store, a, 1)).toBeNull();
  expect(store.held.size).toBe(0);
});

test('a storage that refuses does not stop the work', () => {
  const refuse = (): never => {
    throw new Error('QuotaExceededError');
  };
  const store = { getItem: refuse, setItem: refuse, removeItem: refuse };
  expect(() => keepDraft(store, a, typed, 0)).not.toThrow();
  expect(findDraft(store, a, 0)).toBeNull();
});

test('two windows do not eat each other’s entry, and one that crashed leaves its own to the next', () => {
  const store = makeStore();
  const second = { staffId: 'a', windowId: 'w2' };
  keepDraft(store, a, typed, 1);
  keepDraft(store, second, { ...typed, words: '借伞' }, 2);
  expect(findDraft(store, a, 3)?.words).toBe(typed.words);
  expect(findDraft(store, second, 3)?.words).toBe('借伞');
  expect(windowsOf(store, 'a')).toEqual(['w2', 'w1']);
  const third = { staffId: 'a', windowId: 'w3' };
  keepDraft(store, second, typed, 2, 'outgoing');
  adoptDrafts(store, second, third, 3);
  expect(findDraft(store, third, 3)?.words).toBe('借伞');
  expect(findDraft(store, third, 3, 'outgoing')).toEqual(typed);
  expect(findDraft(store, second, 3)).toBeNull();
  adoptDrafts(store, a, third, 3);
  expect(findDraft(store, third, 3)?.words).toBe('借伞');
  dropAllDrafts(store, 'a');
  expect(store.held.size).toBe(0);
});
