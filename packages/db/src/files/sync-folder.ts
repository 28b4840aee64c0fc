import { open } from 'node:fs/promises';

/**
 * Waits until the disk has the names in a folder. A file that was written, synced and renamed is there after a power
 * cut only when its folder was synced too.
 *
 * @throws the error of the system, where the folder cannot be read
 */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
