import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { formatOffset, instantAt, localClock, localDate, millisecondsOf, ZONE } from './index.ts';

const from = Date.UTC(1975, 0, 1);
const until = Date.UTC(2060, 0, 1);

test('the plain arithmetic says what Temporal says, also around the summer times before 1992', () => {
  fc.assert(
    fc.property(fc.integer({ min: from, max: until }), (at) => {
      const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);
      const text = zoned.toString({
        timeZoneName: 'never',
        smallestUnit: 'second',
        roundingMode: 'floor',
      });
      expect(formatOffset(at)).toBe(text);
      expect(localDate(at)).toBe(zoned.toPlainDate().toString());
      expect(localClock(at)).toBe(text.slice(11, 16));
      expect(millisecondsOf(text)).toBe(Math.floor(at / 1000) * 1000);
    }),
    { numRuns: 3000 },
  );
});

test('a local date and clock time name the instant that reads so', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1992, 0, 2), max: until }), (at) => {
      const minute = Math.floor(at / 60_000) * 60_000;
      expect(millisecondsOf(instantAt(localDate(minute), localClock(minute)))).toBe(minute);
    }),
  );
});
