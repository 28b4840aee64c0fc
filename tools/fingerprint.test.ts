import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'qzt-fingerprint-'));
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'src/a.ts'), 'one');
  writeFileSync(join(root, 'lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

const taken = () => fingerprint(root, ['src', 'lock.json']);

test('the same contents give the same value, whatever their times', () => {
  const before = taken();
  utimesSync(join(root, 'src/a.ts'), 1, 1);
  expect(taken()).toBe(before);
});

test('a change, a new file, a new name, a removal and a lock file each change it', () => {
  const seen = [taken()];
  writeFileSync(join(root, 'src/a.ts'), 'two');
  seen.push(taken());
  writeFileSync(join(root, 'src/b.ts'), '');
  seen.push(taken());
  renameSync(join(root, 'src/b.ts'), join(root, 'src/c.ts'));
  seen.push(taken());
  rmSync(join(root, 'src/a.ts'));
  seen.push(taken());
  writeFileSync(join(root, 'lock.json'), '{"v":2}');
  seen.push(taken());
  expect(new Set(seen).size).toBe(seen.length);
});

test('tests, built and installed files do not count', () => {
  const before = taken();
  for (const folder of ['dist', 'node_modules']) {
    mkdirSync(join(root, 'src', folder));
    writeFileSync(join(root, 'src', folder, 'x.js'), '');
  }
  writeFileSync(join(root, 'src/a.test.ts'), '');
  expect(taken()).toBe(before);
});

test('what is missing counts as empty', () => {
  expect(fingerprint(root, ['src', 'nowhere'])).toBe(fingerprint(root, ['src']));
});
