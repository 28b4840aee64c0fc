import { expect, test } from 'vitest';
import { settledAs } from './settled.ts';

const DUE = '2026-11-25T17:30:00+08:00';
const IN_TIME = Date.parse(DUE);

test.each(['accept', 'limit'])(
  'a promise to %s is kept until its time and broken after it',
  (kind) => {
    expect(settledAs({ kind, dueAt: DUE }, undefined, IN_TIME)).toBe('kept');
    expect(settledAs({ kind, dueAt: DUE }, undefined, IN_TIME + 1)).toBe('broken');
    expect(settledAs({ kind, dueAt: DUE }, { kind: 'resident' }, IN_TIME + 1)).toBe('broken');
  },
);

test.each(['resident', 'silence'])('waiting for the resident (%s) breaks no promise', (kind) => {
  expect(settledAs({ kind, dueAt: DUE }, { kind: 'limit' }, IN_TIME + 1)).toBe('kept');
  expect(settledAs({ kind, dueAt: DUE }, undefined, IN_TIME + 1)).toBe('kept');
});

test('what is owed otherwise is dropped, late or not', () => {
  for (const kind of ['accept', 'limit', 'resident', 'silence'])
    for (const at of [IN_TIME, IN_TIME + 1])
      expect(settledAs({ kind, dueAt: DUE }, { kind }, at)).toBe('dropped');
});
