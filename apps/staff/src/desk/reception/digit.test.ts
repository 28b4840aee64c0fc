import { expect, test } from 'vitest';
import { digitPressed } from './digit.ts';

test('a digit in a sentence is text: a door, a telephone number', () => {
  for (const stroke of ['1', '3', '0']) expect(digitPressed({ stroke, inList: false })).toBeNull();
});

test('with Alt a digit takes a row at any time', () => {
  expect(digitPressed({ stroke: 'Alt+1', inList: false })).toBe(1);
  expect(digitPressed({ stroke: 'Alt+0', inList: false })).toBe(0);
});

test('once an arrow key has moved into the list, a plain digit takes a row; no other key does', () => {
  expect(digitPressed({ stroke: '2', inList: true })).toBe(2);
  for (const stroke of ['a', 'Enter', 'Ctrl+1', '12']) {
    expect(digitPressed({ stroke, inList: true })).toBeNull();
  }
});
