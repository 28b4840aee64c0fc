import { expect, test } from 'vitest';
import { strokeOf } from './keys.ts';

const press = (key: string, held: Partial<Parameters<typeof strokeOf>[0]> = {}) =>
  strokeOf({
    key,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    isComposing: false,
    ...held,
  });

test('strokes are named as the key bar shows them', () => {
  expect(press('F2')).toBe('F2');
  expect(press('Escape')).toBe('Esc');
  expect(press('Enter', { ctrlKey: true })).toBe('Ctrl+Enter');
  expect(press('z', { metaKey: true })).toBe('Ctrl+Z');
  expect(press('F4', { shiftKey: true })).toBe('Shift+F4');
});

test('a stroke that belongs to the input method is nobody else’s', () => {
  expect(press('1', { isComposing: true })).toBeNull();
  expect(press('Enter', { isComposing: true })).toBeNull();
  expect(press('Process')).toBeNull();
});
