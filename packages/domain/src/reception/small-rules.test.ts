import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseNumber, type EncounterFacts, journeysOf, missingOfEncounter } from './index.ts';

test('a case number has the date and six digits, is stable, and another one at each attempt', () => {
  const id = '01935d2e-7c00-7000-8000-000000000001';
  expect(caseNumber(id, '2026-11-24', 0)).toMatch(/^261124-\d{6}$/);
  expect(caseNumber(id.toUpperCase(), '2026-11-24', 0)).toBe(caseNumber(id, '2026-11-24', 0));
  const attempts = Array.from({ length: 20 }, (_, attempt) =>
    caseNumber(id, '2026-11-24', attempt),
  );
  expect(new Set(attempts).size).toBe(20);
});

test('ids that follow each other get numbers that spread', () => {
  const numbers = Array.from({ length: 1000 }, (_, index) =>
    caseNumber(`01935d2e-7c00-7000-8000-${String(index).padStart(12, '0')}`, '2026-11-24', 0),
  );
  // Of 1000 random draws from a million about 0.5 collide.
  expect(new Set(numbers).size).toBeGreaterThan(990);
  const tenths = new Set(numbers.map((number) => number.slice(7, 8)));
  expect(tenths.size).toBe(10);
});

const trip = (channel: 'desk' | 'phone' | 'visit', day: number, journey?: number) => ({
  channel,
  startedAt: `2026-11-${day}T10:00:00+08:00`,
  journey,
});

test('journeys: the noted number counts as it is, an unnoted desk visit is one more', () => {
  expect(journeysOf([])).toBe(0);
  expect(journeysOf([trip('desk', 10)])).toBe(1);
  expect(journeysOf([trip('desk', 10), trip('phone', 11), trip('visit', 12)])).toBe(1);
  expect(journeysOf([trip('desk', 10, 2)])).toBe(2);
  expect(journeysOf([trip('desk', 12), trip('desk', 10, 2)])).toBe(3);
  expect(journeysOf([trip('desk', 10, 1), trip('desk', 11, 2)])).toBe(2);
  expect(journeysOf([trip('phone', 10, 0)])).toBe(0);
});

test('journeys do not depend on the order of reading and never shrink', () => {
  const some = fc.array(
    fc.record({
      channel: fc.constantFrom('desk', 'phone', 'online', 'visit', 'activity'),
      day: fc.integer({ min: 10, max: 29 }),
      journey: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 10, max: 29 })), some, (_days, list) => {
      const distinct = [...new Map(list.map((one) => [one.day, one])).values()];
      const trips = distinct.map((one) => ({
        channel: one.channel,
        startedAt: `2026-11-${one.day}T10:00:00+08:00`,
        journey: one.journey,
      }));
      const all = journeysOf(trips);
      expect(journeysOf([...trips].reverse())).toBe(all);
      expect(journeysOf(trips.slice(1))).toBeLessThanOrEqual(all);
      for (const one of trips) expect(all).toBeGreaterThanOrEqual(one.journey ?? 0);
    }),
  );
});

const line: EncounterFacts = { channel: 'desk', needs: [{ outcome: 'settled' }] };

test('one line is a whole record', () => {
  expect(missingOfEncounter(line)).toEqual([]);
});

test.each<[string, EncounterFacts, string[]]>([
  ['a case of nobody', { ...line, needs: [{ outcome: 'case', caseId: 'x' }] }, ['who-unknown']],
  [
    'a case of a caller',
    { ...line, visitor: { phone: '1' }, needs: [{ outcome: 'case', caseId: 'x' }] },
    [],
  ],
  [
    'a case not opened',
    { ...line, residentId: 'r', needs: [{ outcome: 'case' }] },
    ['case-not-opened'],
  ],
  ['referred nowhere', { ...line, needs: [{ outcome: 'referred' }] }, ['place']],
  ['a bare no', { ...line, needs: [{ outcome: 'refused' }] }, ['place']],
  [
    'an item without trips',
    { ...line, needs: [{ outcome: 'settled', serviceItem: 'BJM-023' }] },
    ['journey'],
  ],
  ['somebody for somebody', { ...line, visitor: { onBehalfOf: '婆婆' } }, ['relation']],
  ['a visit to nobody', { ...line, channel: 'visit' }, ['household', 'visit-result']],
  ['an activity', { ...line, channel: 'activity' }, ['activity-record']],
])('%s: what is missing', (_name, encounter, missing) => {
  expect(missingOfEncounter(encounter)).toEqual(missing);
});
