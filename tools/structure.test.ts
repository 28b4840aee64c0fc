import { expect, test } from 'vitest';
import { summariseLengths } from './file-lengths.ts';
import { importTable, roomOf } from './import-table.ts';

test('lengths are told by nearest rank', () => {
  const lines = Array.from({ length: 20 }, (_, index) => 20 - index);
  expect(summariseLengths(lines)).toEqual({ files: 20, median: 10, p95: 19, largest: 20 });
  expect(summariseLengths([])).toEqual({ files: 0, median: 0, p95: 0, largest: 0 });
});

test('a file lies in the smallest room that the table names', () => {
  expect(roomOf('apps/server/src/features/goal/goal.store.ts')).toBe(
    'apps/server/src/features/goal',
  );
  expect(roomOf('apps/server/src/platform/keys/seal.ts')).toBe('apps/server/src/platform');
  expect(roomOf('packages/domain/src/goal/index.ts')).toBe('packages/domain');
  expect(roomOf('tools/test.ts')).toBe('tools');
  expect(roomOf('vitest.config.ts')).toBe('.');
});

test('the table counts imports between rooms, without tests and without those inside a room', () => {
  const table = importTable([
    { from: 'packages/contract/src/a.ts', to: 'packages/domain/src/x.ts' },
    { from: 'packages/contract/src/b.ts', to: 'packages/domain/src/x.ts' },
    { from: 'packages/contract/src/b.ts', to: 'packages/contract/src/a.ts' },
    { from: 'packages/domain/src/x.test.ts', to: 'packages/testkit/src/index.ts' },
  ]);
  expect(table.split('\n').slice(2)).toEqual(['| `packages/contract` | `packages/domain` 2 |']);
});
