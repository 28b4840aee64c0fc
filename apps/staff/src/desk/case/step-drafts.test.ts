import { expect, test } from 'vitest';
import { dropStep, findStep, keepStep, unfinishedStep } from './step-drafts.ts';

const makeStore = () => {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
};
const mine = { staffId: 'sun', caseId: 'c', type: 'answer' };
const values = { 'data.answer': '已经联系物业' };
const HOUR = 3_600_000;

test('a half-written answer comes back, to whoever wrote it and to that step alone', () => {
  const store = makeStore();
  keepStep(store, mine, values, 0);
  expect(findStep(store, mine, HOUR)).toEqual(values);
  expect(findStep(store, { ...mine, staffId: 'li' }, HOUR)).toBeNull();
  expect(findStep(store, { ...mine, type: 'note' }, HOUR)).toBeNull();
  dropStep(store, mine);
  expect(findStep(store, mine, HOUR)).toBeNull();
});

test('what is old or not readable goes, and a storage that refuses stops nothing', () => {
  const store = makeStore();
  keepStep(store, mine, values, 0);
  expect(findStep(store, mine, 12 * HOUR)).toBeNull();
  expect(store.held.size).toBe(0);
  keepStep(store, mine, values, 0);
  store.setItem([...store.held.keys()][0] ?? '', '{');
  expect(findStep(store, mine, 0)).toBeNull();
  const refuse = (): never => {
    throw new Error('QuotaExceededError');
  };
  const closed = { getItem: refuse, setItem: refuse, removeItem: refuse };
  expect(() => keepStep(closed, mine, values, 0)).not.toThrow();
  expect(findStep(closed, mine, 0)).toBeNull();
});

test('the case opens with the step that was left half-written, as long as it is still open', () => {
  const store = makeStore();
  keepStep(store, mine, values, 0);
  const shown = { id: 'c', allowedActions: ['note', 'answer'] };
  expect(unfinishedStep(store, 'sun', shown, 1)).toBe('answer');
  expect(unfinishedStep(store, 'sun', { ...shown, allowedActions: ['note'] }, 1)).toBeNull();
});
