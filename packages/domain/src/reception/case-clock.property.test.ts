import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, formatOffset, localDate, millisecondsOf } from '../shared/index.ts';
import { context, MORNING, opened, stepBy } from './example-case.ts';

const MINUTE = 60_000;
const materials = [{ name: '怀孕证明', copies: 1 }];

/** Day by day: so many working days after the first, and one more for each that began while the resident owed something. */
function modelDueDate(limit: number, pauses: readonly (readonly [number, number])[]): string {
  let left = limit;
  for (let day = 1; day < 60; day += 1) {
    const date = addDays(localDate(MORNING), day);
    const midnight = Date.parse(`${date}T00:00:00+08:00`);
    const paused = pauses.some(([since, until]) => since <= midnight && midnight < until);
    if (paused && context.calendar.dayKind(date) === 'work') left += 1;
  }
  let date = localDate(MORNING);
  while (left > 0) {
    date = addDays(date, 1);
    if (context.calendar.dayKind(date) === 'work') left -= 1;
  }
  return date;
}

test('however often the resident owes materials, the due time moves by the working days that began meanwhile', () => {
  const somePauses = fc.array(
    fc.record({
      after: fc.integer({ min: 1, max: 3 * 1440 }),
      lasting: fc.integer({ min: 1, max: 5 * 1440 }),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), somePauses, (limit, list) => {
      const ctx = { ...context, limitWorkingDays: limit };
      let state = stepBy(opened({}, ctx), 'sun', { type: 'accept' }, MORNING, ctx);
      let now = millisecondsOf(MORNING);
      const pauses: [number, number][] = [];
      for (const { after, lasting } of list) {
        const since = now + after * MINUTE;
        now = since + lasting * MINUTE;
        pauses.push([since, now]);
        const asked = { type: 'ask-materials', data: { materials } } as const;
        const given = { type: 'receive-materials', data: { materials } } as const;
        state = stepBy(state, 'sun', asked, formatOffset(since), ctx);
        state = stepBy(state, 'resident', given, formatOffset(now), ctx);
      }
      expect(state.dueAt).toBe(`${modelDueDate(limit, pauses)}T17:30:00+08:00`);
    }),
    { numRuns: 300 },
  );
});
