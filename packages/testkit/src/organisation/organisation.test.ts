import { SERVICE_LINES } from '@qzt/domain/org';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFictitiousPhone } from '../person/phone.ts';
import { committeePlaces } from '../place/committees.ts';
import { seededRandom } from '../random/random.ts';
import { districtOffices, subdistrictOffices } from './offices.ts';
import { makeWorkers } from './workers.ts';

const today = '2026-11-24';

test('7 to 9 workers, two leaders, and every line is somebody’s', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const workers = makeWorkers(seededRandom(seed), { today });
      expect(workers.length).toBeGreaterThanOrEqual(7);
      expect(workers.length).toBeLessThanOrEqual(9);
      expect(workers.filter(({ leader }) => leader).map(({ post }) => post)).toEqual([
        '书记',
        '主任',
      ]);
      const lines = workers.flatMap(({ serviceLines }) => serviceLines);
      expect([...lines].sort()).toEqual([...SERVICE_LINES].sort());
      expect(workers.every(({ serviceLines }) => serviceLines.length > 0)).toBe(true);
      expect(new Set(workers.map(({ name }) => name)).size).toBe(workers.length);
      for (const { age, phone } of workers)
        expect(age >= 22 && age <= 60 && isFictitiousPhone(phone)).toBe(true);
    }),
  );
});

test('a small committee still covers every line, and one alone is no committee', () => {
  const pair = makeWorkers(seededRandom('small'), { today, count: 2 });
  expect(new Set(pair.flatMap(({ serviceLines }) => serviceLines)).size).toBe(SERVICE_LINES.length);
  expect(() => makeWorkers(seededRandom('small'), { today, count: 1 })).toThrow(RangeError);
});

test('30 committees, no name or estate twice, the first is 林云 in 林云一村', () => {
  expect(committeePlaces).toHaveLength(30);
  const estates = committeePlaces.flatMap((place) => place.estates.map(({ name }) => name));
  expect(new Set(committeePlaces.map(({ name }) => name)).size).toBe(30);
  expect(new Set(estates).size).toBe(estates.length);
  expect(committeePlaces[0]).toEqual({ name: '林云', estates: [{ name: '林云一村' }] });
});

test('every line has an office of the subdistrict to answer for it', () => {
  const answered = subdistrictOffices.flatMap(({ lines }) => lines);
  expect([...answered].sort()).toEqual([...SERVICE_LINES].sort());
  expect(districtOffices.length).toBeGreaterThan(0);
});
