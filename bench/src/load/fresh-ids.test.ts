import { expect, test } from 'vitest';
import { idMaker } from './fresh-ids.ts';

test('ids are v7, in order, and never the same', () => {
  const make = idMaker();
  const ids = Array.from({ length: 5000 }, make);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set([idMaker()(), idMaker()()]).size).toBe(2);
});
