import { expect, test } from 'vitest';
import { type DeskMessage, LOST_MS, type Picture, PLATE } from '../platform/second-protocol.ts';
import { heard, NOBODY, putAway, shown, waited } from './follow.ts';

const working = (matter: string): Picture => ({
  kind: 'working',
  receiver: '孙老师',
  matter,
  materials: [],
  howLong: null,
  standing: null,
});
const show = (desk: string, since: number, picture: Picture): DeskMessage => ({
  type: 'show',
  desk,
  since,
  picture,
  plate: null,
});
const WANG = working('低保');
const ZHANG = working('敬老卡');

test('a window that was opened first shows the plate until a desk speaks', () => {
  expect(shown(NOBODY)).toEqual(PLATE);
  expect(shown(heard(NOBODY, show('a', 1, WANG), 1))).toEqual(WANG);
});

test('nobody’s data from before: the next picture, a plate, a goodbye and silence leave nothing', () => {
  const before = heard(NOBODY, show('a', 1, WANG), 1);
  const after = [
    heard(before, show('a', 2, ZHANG), 2),
    heard(before, show('a', 2, PLATE), 2),
    heard(before, { type: 'gone', desk: 'a' }, 2),
    waited(before, 2 + LOST_MS),
  ];
  for (const state of after) expect(JSON.stringify(state)).not.toContain('低保');
});

test('a desk that speaks in time is not lost', () => {
  const state = heard(NOBODY, show('a', 1, WANG), 1);
  expect(shown(waited(state, LOST_MS))).toEqual(WANG);
});

test('of two desks the one with the newer resident is followed; an idle one takes nothing over', () => {
  const first = heard(NOBODY, show('a', 1, WANG), 1);
  expect(shown(heard(first, show('b', 5, PLATE), 5))).toEqual(WANG);
  const second = heard(first, show('b', 6, ZHANG), 6);
  expect(shown(second)).toEqual(ZHANG);
  expect(shown(heard(second, show('a', 1, WANG), 7))).toEqual(ZHANG);
  expect(shown(heard(second, { type: 'gone', desk: 'a' }, 7))).toEqual(ZHANG);
});

test('what was put away here stays away through the signs of life, until there is something new', () => {
  const away = putAway(heard(NOBODY, show('a', 1, WANG), 1));
  expect(shown(away)).toEqual(PLATE);
  const still = heard(away, show('a', 1, WANG), 3);
  expect(shown(still)).toEqual(PLATE);
  expect(shown(heard(still, show('a', 4, ZHANG), 4))).toEqual(ZHANG);
});
