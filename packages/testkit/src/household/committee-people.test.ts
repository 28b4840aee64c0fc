import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { isImpossibleIdentityNumber } from '../person/identity-number.ts';
import { demonstrationPhone, isFictitiousPhone } from '../person/phone.ts';
import { committeePlaces } from '../place/committees.ts';
import { seededRandom } from '../random/random.ts';
import { ageOn } from '../time/dates.ts';
import { makeCommitteePeople } from './committee-people.ts';
import { populationTags, serviceTags } from './tags.ts';

const today = '2026-11-24';
const make = (seed: string, index = 0, households = 1500) =>
  makeCommitteePeople(seededRandom(seed), {
    place: committeePlaces[index]!,
    today,
    households,
    demonstration: index === 0,
  });
const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

const people = make('demo');
const { buildings, dwellings, households, residents } = people;
const householdById = new Map(households.map((household) => [household.id, household]));

test('the same seed makes the same committee to the last letter, another seed another one', () => {
  expect(hash(make('demo'))).toBe(hash(people));
  expect(hash(make('other'))).not.toBe(hash(people));
});

test('a committee has the size that the rules of thumb say: 1,500 households, about 3,600 people', () => {
  expect(households).toHaveLength(1500);
  for (const index of [0, 4, 12]) {
    const { residents: all } = make('size', index);
    expect(all.length).toBeGreaterThan(3300);
    expect(all.length).toBeLessThan(3900);
  }
});

test('every id is there once, and everything lives in something', () => {
  const ids = [buildings, dwellings, households, residents].flatMap((all) =>
    all.map(({ id }) => id),
  );
  expect(new Set(ids).size).toBe(ids.length);
  const known = new Set(ids);
  expect(dwellings.filter((one) => !known.has(one.buildingId))).toEqual([]);
  expect(households.filter((one) => !known.has(one.dwellingId))).toEqual([]);
  expect(residents.filter((one) => !known.has(one.householdId))).toEqual([]);
});

test('no dwelling is there twice and none holds two households; some stand empty', () => {
  const doors = dwellings.map(({ buildingId, door }) => `${buildingId}/${door}`);
  expect(new Set(doors).size).toBe(doors.length);
  expect(new Set(households.map((one) => one.dwellingId)).size).toBe(households.length);
  expect(dwellings.length).toBeGreaterThan(households.length);
  expect(new Set(buildings.map(({ name }) => name)).size).toBe(buildings.length);
});

test('a door tells its floor, and no floor is above its building', () => {
  const floors = new Map(buildings.map(({ id, floors: count }) => [id, count]));
  for (const { buildingId, floor, door } of dwellings) {
    expect(door.slice(0, -3)).toBe(String(floor));
    expect(floor).toBeLessThanOrEqual(floors.get(buildingId)!);
  }
});

test('no telephone and no identity number could be anybody’s', () => {
  const phones = residents.flatMap(({ phone }) => phone ?? []);
  const numbers = residents.flatMap(({ identityNumber }) => identityNumber ?? []);
  expect(phones.length).toBeGreaterThan(2000);
  expect(phones.filter((phone) => !isFictitiousPhone(phone))).toEqual([]);
  expect(numbers.filter((number) => !isImpossibleIdentityNumber(number))).toEqual([]);
  expect(numbers.length).toBeGreaterThan(3300);
});

test('a birthday lies in the past, and the identity number tells it', () => {
  for (const { bornOn, identityNumber } of residents) {
    expect(bornOn <= today && bornOn > '1920').toBe(true);
    expect(new Date(`${bornOn}T00:00:00Z`).toISOString().slice(0, 10)).toBe(bornOn);
    if (identityNumber) expect(identityNumber.slice(6, 14)).toBe(bornOn.replaceAll('-', ''));
  }
});

test('tags are of the two lists and follow from the people', () => {
  for (const { populationTags: of, serviceTags: receives } of households) {
    expect(of.every((tag) => populationTags.includes(tag))).toBe(true);
    expect(receives.every((tag) => serviceTags.includes(tag))).toBe(true);
  }
  const old = residents.filter(({ bornOn }) => ageOn(today, bornOn) >= 80);
  expect(old.length).toBeGreaterThan(50);
  for (const { householdId } of old)
    expect(householdById.get(householdId)?.populationTags).toContain('高龄老人');
});

test('the demonstration resident lives at 林云一村3号楼502室, and only there is that number', () => {
  const holders = residents.filter(({ phone }) => phone === demonstrationPhone);
  expect(holders.map(({ name }) => name)).toEqual(['邵玉珍']);
  const dwelling = dwellings.find(
    ({ id }) => id === householdById.get(holders[0]!.householdId)?.dwellingId,
  );
  const building = buildings.find(({ id }) => id === dwelling?.buildingId);
  expect(`${building?.name}${dwelling?.door}`).toBe('林云一村3号楼502室');
  expect(make('demo', 1).residents.some(({ phone }) => phone === demonstrationPhone)).toBe(false);
});

test('a committee too small for the demonstration household says so', () => {
  expect(() => make('tiny', 0, 3)).toThrow('3号楼502室');
});
