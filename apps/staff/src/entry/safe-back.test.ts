import { expect, test } from 'vitest';
import { safeBack } from './safe-back.ts';

test('a way back leads to a page of this app only', () => {
  expect(safeBack('/desk')).toBe('/desk');
  expect(safeBack('/admin/staff')).toBe('/admin/staff');
  for (const bad of ['//evil.example', 'https://evil.example/desk', '/deskx', '/desk/../x', 7])
    expect(safeBack(bad)).toBeNull();
});
