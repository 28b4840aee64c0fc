import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageOfAddress } from './index.ts';

test('a page is named by its route and by nothing that could be somebody', () => {
  expect(pageOfAddress('/desk')).toBe('/desk');
  expect(pageOfAddress('/desk/hand-over')).toBe('/desk/hand-over');
  expect(pageOfAddress('/wall/demo-01')).toBe('/wall');
  expect(pageOfAddress('/cases/0199d8a4-7c2e-7000-8000-000000000001/slip')).toBe('/cases/slip');
  expect(pageOfAddress('/find/张三')).toBe('/find');
});

test('whatever the address, what is kept is short and of small letters', () => {
  fc.assert(
    fc.property(fc.string(), (address) => {
      expect(pageOfAddress(address)).toMatch(/^\/([a-z-]+(\/[a-z-]+){0,3})?$/);
    }),
  );
});
