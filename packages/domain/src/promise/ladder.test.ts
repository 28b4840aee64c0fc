import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatOffset, localClock, millisecondsOf } from '../shared/index.ts';
import { time2026 } from './example-time.ts';
import { dueAt, ladder, nextSendTime } from './index.ts';

test('messages wait for the morning', () => {
  expect(nextSendTime('2026-11-24T20:59:59+08:00')).toBe('2026-11-24T20:59:59+08:00');
  expect(nextSendTime('2026-11-24T21:00:00+08:00')).toBe('2026-11-25T08:00:00+08:00');
  expect(nextSendTime('2026-11-24T07:59:00+08:00')).toBe('2026-11-24T08:00:00+08:00');
  expect(nextSendTime('2026-11-24T08:00:00+08:00')).toBe('2026-11-24T08:00:00+08:00');
});

test('a long promise wakes the first asked on the working day before, then the stand-in, then the head', () => {
  const steps = ladder({
    ...time2026,
    from: '2026-11-24T10:00:00+08:00',
    dueAt: '2026-12-15T17:30:00+08:00',
  });
  expect(steps).toEqual([
    { step: 1, to: 'firstAsked', at: '2026-12-14T08:30:00+08:00' },
    { step: 2, to: 'standIn', at: '2026-12-15T08:00:00+08:00' },
    { step: 3, to: 'head', at: '2026-12-15T17:30:00+08:00' },
  ]);
});

test('of a confidential case nobody hears who is not named in it', () => {
  const steps = ladder({
    ...time2026,
    from: '2026-11-24T10:00:00+08:00',
    dueAt: '2026-11-25T17:30:00+08:00',
    confidential: true,
  });
  expect(steps.map((step) => step.to)).toEqual(['firstAsked', 'head', 'head']);
});

test('the steps come in order, never in quiet hours, the first two not after the due time', () => {
  const base = Date.parse('2026-03-01T00:00:00+08:00');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 200 * 86_400 }),
      fc.integer({ min: 0, max: 30 }),
      (second, limit) => {
        const from = formatOffset(base + second * 1000);
        const due = dueAt({ ...time2026, from, workingDays: limit }).at;
        const steps = ladder({ ...time2026, from, dueAt: due });
        const times = steps.map((step) => millisecondsOf(step.at));
        expect(times).toEqual([...times].sort((a, b) => a - b));
        for (const step of steps) {
          expect(localClock(step.at) >= '08:00' && localClock(step.at) < '21:00').toBe(true);
        }
        expect(times[1]).toBeLessThanOrEqual(millisecondsOf(due));
      },
    ),
  );
});
