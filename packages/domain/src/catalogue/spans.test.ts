import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../shared/index.ts';
import { changedLately, type ItemBody, type ItemTime, itemAt, spanOf } from './index.ts';

const code = 'BJM-023';
const at = (version: number, validFrom: string, more: Partial<ItemTime> = {}): ItemTime => ({
  code,
  version,
  validFrom,
  ...more,
});

test('a withdrawn item is not in force from its day on, until it is brought back', () => {
  const versions = [
    at(1, '2026-01-01'),
    at(2, '2026-11-23', { withdrawn: true }),
    at(3, '2026-12-01'),
  ];
  const on = (date: string) => itemAt(versions, date)?.version;
  expect([on('2026-11-22'), on('2026-11-23'), on('2026-12-01')]).toEqual([1, undefined, 3]);
});

test('a version that was overtaken before its first day never holds', () => {
  const versions = [at(1, '2026-01-01'), at(2, '2026-12-01'), at(3, '2026-11-24')];
  expect(versions.map((version) => spanOf(version, versions))).toEqual([
    { from: '2026-01-01', until: '2026-11-24' },
    undefined,
    { from: '2026-11-24', until: null },
  ]);
});

test('the version in force on a day is the one whose span holds the day', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 30 }),
      (starts, day) => {
        const versions = starts.map((start, index) => at(index + 1, addDays('2026-11-01', start)));
        const date = addDays('2026-11-01', day);
        const holding = versions.filter((version) => {
          const span = spanOf(version, versions);
          return span && span.from <= date && (span.until === null || date < span.until);
        });
        const found = itemAt(versions, date);
        expect(holding).toEqual(found ? [found] : []);
      },
    ),
  );
});

const body: ItemBody = {
  name: '修伞',
  kind: 'doorstep',
  serviceLine: '便民服务',
  route: 'dispatch-volunteer',
  limitWorkingDays: 5,
  materials: ['伞'],
  phrasings: ['伞坏了'],
};

test('a change is told for 30 days from its first day, against what was known before', () => {
  const versions = [
    { ...at(1, '2000-01-01'), body },
    { ...at(2, '2026-11-24'), body: { ...body, limitWorkingDays: 3 } },
    // Confirmed the day after: no other words, so the change keeps its day.
    { ...at(3, '2026-11-25'), body: { ...body, limitWorkingDays: 3 } },
  ];
  expect(changedLately(versions, '2026-11-23')).toBeUndefined();
  expect(changedLately(versions, '2026-11-25')).toMatchObject({
    since: '2026-11-24',
    version: 3,
    changes: [{ part: 'limit' }],
  });
  expect(changedLately(versions, '2026-12-23')).toBeDefined();
  expect(changedLately(versions, '2026-12-25')).toBeUndefined();
});

test('an item that is new was not changed', () => {
  expect(changedLately([{ ...at(1, '2026-11-20'), body }], '2026-11-24')).toBeUndefined();
});
