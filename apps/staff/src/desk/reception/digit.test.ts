import { expect, test } from 'vitest';
import { choiceOfDigit } from './digit.ts';

const at = (stroke: string, more: Partial<Parameters<typeof choiceOfDigit>[0]> = {}) =>
  choiceOfDigit({ stroke, inList: false, shown: 3, ...more });

test('a digit on its own is text: 我住3号楼502 is typed whole, however slowly', () => {
  for (const stroke of '01235') expect(at(stroke), stroke).toBeNull();
});

test('Alt+1 to Alt+3 pick the shown items and Alt+0 picks 其他', () => {
  expect(at('Alt+1')).toBe(1);
  expect(at('Alt+3')).toBe(3);
  expect(at('Alt+0', { shown: 0 })).toBe(0);
});

test('once an arrow key has moved into the list, plain digits pick as well', () => {
  expect(at('2', { inList: true })).toBe(2);
  expect(at('0', { inList: true })).toBe(0);
});

test('nothing is picked that is not shown, nor by any other key', () => {
  expect(at('Alt+3', { shown: 2 })).toBeNull();
  expect(at('3', { inList: true, shown: 2 })).toBeNull();
  for (const stroke of ['Alt+4', '4', 'Ctrl+1', 'Ctrl+Alt+1', 'Enter', 'a'])
    expect(at(stroke, { inList: true }), stroke).toBeNull();
});
