import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addMaster, makeKeyring } from './index.ts';

let above: string;
beforeEach(async () => {
  above = await mkdtemp(path.join(tmpdir(), 'qzt-keyring-'));
});
afterEach(() => rm(above, { recursive: true, force: true }));

/** Which folders the disk was made to keep, by number, and what the file held then. */
async function foldersSynced(folder: string, work: () => Promise<unknown>) {
  const any = await open(above);
  const kind = Object.getPrototypeOf(any) as typeof any;
  await any.close();
  const sync = kind.sync;
  const synced: { inode: number; file: string }[] = [];
  const spy = vi.spyOn(kind, 'sync').mockImplementation(async function (this: typeof any) {
    await sync.call(this);
    const stat = await this.stat();
    if (stat.isDirectory())
      synced.push({
        inode: stat.ino,
        file: await readFile(path.join(folder, 'keyring.json'), 'utf8'),
      });
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return synced;
}

const inodeOf = async (folder: string): Promise<number> => {
  const handle = await open(folder);
  const { ino } = await handle.stat();
  await handle.close();
  return ino;
};

test('the disk keeps the name of a new keyring too, and of its folder', async () => {
  const folder = path.join(above, 'keys');
  const synced = await foldersSynced(folder, () => makeKeyring(folder));
  expect(synced.map(({ inode }) => inode)).toEqual([await inodeOf(folder), await inodeOf(above)]);

  const rotated = await foldersSynced(folder, () => addMaster(folder));
  const stands = await readFile(path.join(folder, 'keyring.json'), 'utf8');
  expect(JSON.parse(stands)).toMatchObject({ current: 2 });
  expect(rotated).toEqual([{ inode: await inodeOf(folder), file: stands }]);
});
