import { expect, test } from 'vitest';
import { dropEdit, type EditDraft, findEdit, keepEdit } from './edit-draft.ts';

const memory = () => {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
};
const draft = { version: 2, from: '2026-11-24', whyPast: '', reason: '新办法' } as EditDraft;
const DAY = 24 * 3_600_000;

test('an unfinished edit is found again after a crash, by its writer and for its item alone', () => {
  const store = memory();
  keepEdit(store, 'anna', 'BJM-023', draft, 0);
  expect(findEdit(store, 'anna', 'BJM-023', DAY)).toEqual(draft);
  expect(findEdit(store, 'anna', 'BJM-024', DAY)).toBeNull();
  expect(findEdit(store, 'bert', 'BJM-023', DAY)).toBeNull();
  expect(findEdit(store, 'anna', 'BJM-023', 15 * DAY)).toBeNull();
  dropEdit(store, 'anna', 'BJM-023');
  expect(findEdit(store, 'anna', 'BJM-023', 1)).toBeNull();
});

test('what nobody can read is as if it were not there', () => {
  const store = memory();
  store.setItem('qzt.catalogue.anna.BJM-023', '{"shape":0}');
  expect(findEdit(store, 'anna', 'BJM-023', 1)).toBeNull();
  store.setItem('qzt.catalogue.anna.BJM-023', '{');
  expect(findEdit(store, 'anna', 'BJM-023', 1)).toBeNull();
});
