import { expect, test } from 'vitest';
import { byDue, urgencyOf } from './urgency.ts';

const now = new Date('2026-11-24T14:30:00+08:00');

test('late, due today, later', () => {
  expect(urgencyOf('2026-11-24T14:29:00+08:00', false, now)).toBe('late');
  expect(urgencyOf('2026-11-25T17:30:00+08:00', true, now)).toBe('late');
  expect(urgencyOf('2026-11-24T17:30:00+08:00', false, now)).toBe('soon');
  expect(urgencyOf('2026-11-25T08:30:00+08:00', false, now)).toBe('calm');
});

test('first due first, whatever the offsets', () => {
  const lines = ['2026-11-24T10:00:00+08:00', '2026-11-24T01:00:00Z', '2026-11-23T23:00:00+08:00'];
  expect(byDue(lines.map((dueAt) => ({ dueAt }))).map((l) => l.dueAt)).toEqual([
    '2026-11-23T23:00:00+08:00',
    '2026-11-24T01:00:00Z',
    '2026-11-24T10:00:00+08:00',
  ]);
});
