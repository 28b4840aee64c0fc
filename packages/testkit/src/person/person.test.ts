import { expect, test } from 'vitest';
import { seededRandom } from '../random/random.ts';
import { checkDigit, isImpossibleIdentityNumber, makeIdentityNumber } from './identity-number.ts';
import { makeName } from './name.ts';
import { isFictitiousPhone, makePhone } from './phone.ts';

test('the check digit is that of the standard’s own example', () => {
  expect(checkDigit('11010519491231002')).toBe('X');
});

test('an identity number has the right shape, birthday, sex and check, and a region that does not exist', () => {
  const random = seededRandom('papers');
  for (const sex of ['male', 'female'] as const) {
    const number = makeIdentityNumber(random, sex, '1960-03-07');
    expect(number).toMatch(/^99\d{4}19600307\d{3}[\dX]$/);
    expect(Number(number[16]) % 2).toBe(sex === 'male' ? 1 : 0);
    expect(number[17]).toBe(checkDigit(number.slice(0, 17)));
    expect(isImpossibleIdentityNumber(number)).toBe(true);
  }
  expect(isImpossibleIdentityNumber('11010519491231002X')).toBe(false);
});

test('a telephone number has the shape of a mobile and belongs to no operator', () => {
  const random = seededRandom('phones');
  const phones = Array.from({ length: 1000 }, () => makePhone(random));
  expect(phones.filter((phone) => !/^1\d{10}$/.test(phone) || !isFictitiousPhone(phone))).toEqual(
    [],
  );
  expect(isFictitiousPhone('13800000001')).toBe(true);
  expect(isFictitiousPhone('13800000002')).toBe(false);
});

test('names have two to four characters, mostly three, with surnames of two among them', () => {
  const random = seededRandom('names');
  const names = Array.from({ length: 20_000 }, (_, i) =>
    makeName(random, { sex: i % 2 ? 'male' : 'female', bornYear: 1935 + (i % 90) }),
  );
  const lengths = Map.groupBy(names, (name) => name.length);
  expect([...lengths.keys()].sort()).toEqual([2, 3, 4]);
  expect(lengths.get(3)!.length).toBeGreaterThan(10_000);
  expect(lengths.get(4)!.length).toBeLessThan(500);
  expect(names.some((name) => name.startsWith('欧阳'))).toBe(true);
});

test('a name follows the fashion of its year: a grandmother is called otherwise than her granddaughter', () => {
  const given = (bornYear: number) => {
    const random = seededRandom('fashion');
    const make = () => makeName(random, { sex: 'female', bornYear, surname: '王' }).slice(1);
    return new Set(Array.from({ length: 300 }, make));
  };
  expect(given(1940).intersection(given(2018)).size).toBe(0);
});
