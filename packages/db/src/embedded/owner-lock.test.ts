import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/index.ts';
import { takeOwnership } from './owner-lock.ts';

let folder = '';

beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Leaves behind what an owner leaves that did not release: the lock of this very process, changed. */
async function plantLock(change: Record<string, unknown>): Promise<void> {
  await takeOwnership(folder);
  const [name = ''] = await readdir(folder);
  const own: unknown = JSON.parse(await readFile(join(folder, name), 'utf8'));
  await writeFile(join(folder, name), JSON.stringify({ ...(own as object), ...change }));
}

test('a folder has one owner at a time, and the refusal names it', async () => {
  const lock = await takeOwnership(folder);
  await expect(takeOwnership(folder)).rejects.toThrow(
    new RegExp(`进程号 ${process.pid},.*DATA_DIR`),
  );
  await lock.release();
  const next = await takeOwnership(folder);
  // the late release of an earlier owner does not open the door
  await lock.release();
  await expect(takeOwnership(folder)).rejects.toThrow('正由另一个进程使用');
  await next.release();
  await (await takeOwnership(folder)).release();
  expect((await readdir(folder)).length).toBe(1);
});

test.for([
  ['of a process that has ended', { pid: 2 ** 22 + 1 }],
  ['of an earlier process with the same id', { mark: 'another boot:1' }],
] as const)('a lock %s is replaced', async ([, change]) => {
  await plantLock(change);
  await (await takeOwnership(folder)).release();
  expect((await readdir(folder)).length).toBe(1);
});

test('a damaged lock is replaced', async () => {
  await writeFile(join(folder, 'owner.1.json'), '{"pid":');
  await (await takeOwnership(folder)).release();
  expect(await readdir(folder)).toEqual(['owner.2.json']);
});

test('of processes that find a stale lock together, one gets the folder', async () => {
  await plantLock({ mark: 'another boot:1' });
  const script = `
    import { takeOwnership } from ${JSON.stringify(new URL('./owner-lock.ts', import.meta.url))};
    await takeOwnership(process.argv[1]).then(() => console.log('owner'), (error) => console.log(error.code));
    process.stdin.on('end', () => process.exit()).resume();`;
  const children = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  // all have answered before the first may end
  await Promise.all(children.map((child) => once(child.stdout, 'readable')));
  const answers = children.map((child) => {
    child.stdin.end();
    return text(child.stdout);
  });
  expect((await Promise.all(answers)).sort()).toEqual([...Array(5).fill('in-use\n'), 'owner\n']);
});
