import fc from 'fast-check';
import { expect, test } from 'vitest';
import catalogue from '../../../../content/catalogue/catalogue.json' with { type: 'json' };
import { seededRandom } from '../random/random.ts';
import { plusDays } from '../time/dates.ts';
import { type MatterItem, makeDay } from './day.ts';
import { oneLines } from './one-line.ts';

const items: readonly MatterItem[] = catalogue;
const codes = new Set(items.map(({ code }) => code));
const year = Array.from({ length: 250 }, (_, i) =>
  makeDay(seededRandom(`year/${i}`), { date: plusDays('2026-01-01', i), items }),
);
const requests = year.flat();

test('6 to 10 requests a day, in the order of arrival, within the desk’s hours', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(3000), (seed, days) => {
      const date = plusDays('2024-01-01', days);
      const day = makeDay(seededRandom(seed), { date, items });
      expect(day.length).toBeGreaterThanOrEqual(6);
      expect(day.length).toBeLessThanOrEqual(10);
      const times = day.map(({ startedAt }) => startedAt);
      expect(times).toEqual([...times].sort());
      for (const time of times)
        expect(time).toMatch(
          new RegExp(`^${date}T(08:[345]\\d|09:\\d\\d|1[0134567]:\\d\\d):00\\+08:00$`),
        );
    }),
  );
});

test('the words belong to the item that is named', () => {
  const byCode = new Map(items.map((item) => [item.code, item.phrasings]));
  const passing = new Set(oneLines.map(({ words }) => words));
  const strange = requests.filter(
    ({ words, serviceItem }) =>
      !passing.has(words) && !byCode.get(serviceItem ?? '')?.includes(words),
  );
  expect(strange).toEqual([]);
  expect(oneLines.filter(({ serviceItem }) => serviceItem && !codes.has(serviceItem))).toEqual([]);
});

test('much of the day is one line, and the mornings are fuller than the afternoons are late', () => {
  const short = requests.filter(({ words }) => oneLines.some((line) => line.words === words));
  expect(short.length / requests.length).toBeGreaterThan(0.4);
  expect(short.length / requests.length).toBeLessThan(0.55);
  const at = (hour: string) => requests.filter(({ startedAt }) => startedAt.includes(`T${hour}`));
  expect(at('09').length).toBeGreaterThan(at('16').length);
});

test('who did not come made no journey', () => {
  for (const { channel, journey } of requests)
    expect(journey > 0).toBe(channel === 'desk' || channel === 'activity');
});

test('a matter of violence is rare beside any other', () => {
  const violence = requests.filter(({ serviceItem }) => serviceItem === 'BJM-059');
  expect(violence.length / requests.length).toBeLessThan(0.005);
});

test('without a catalogue there are still the matters of one line', () => {
  const day = makeDay(seededRandom('bare'), { date: '2026-11-24', items: [], count: 3 });
  expect(day).toHaveLength(3);
  expect(day.every(({ outcome }) => outcome === 'settled' || outcome === 'advice')).toBe(true);
});

test('the same seed makes the same day', () => {
  const plan = { date: '2026-11-24', items };
  expect(makeDay(seededRandom('x'), plan)).toEqual(makeDay(seededRandom('x'), plan));
});
